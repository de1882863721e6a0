package io.novacron.oncall.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigPlaceTests {

    private static final Path HOME = Path.of("/home/ana");

    @Test
    void linuxFollowsTheXdgSpecification() {
        assertThat(ConfigPlace.of(Map.of("XDG_CONFIG_HOME", "/cfg"), "Linux", HOME))
                .isEqualTo(Path.of("/cfg/oncall/config.toml"));
        assertThat(ConfigPlace.of(Map.of(), "Linux", HOME)).isEqualTo(HOME.resolve(".config/oncall/config.toml"));
        assertThat(ConfigPlace.of(Map.of("XDG_CONFIG_HOME", "relative"), "Linux", HOME))
                .isEqualTo(HOME.resolve(".config/oncall/config.toml"));
    }

    @Test
    void windowsUsesAppData() {
        assertThat(ConfigPlace.of(Map.of("APPDATA", "/roaming"), "Windows 11", HOME))
                .isEqualTo(Path.of("/roaming/oncall/config.toml"));
        assertThat(ConfigPlace.of(Map.of(), "Windows 11", HOME))
                .isEqualTo(HOME.resolve("AppData/Roaming/oncall/config.toml"));
    }

    @Test
    void macUsesApplicationSupport() {
        assertThat(ConfigPlace.of(Map.of("XDG_CONFIG_HOME", "/cfg"), "Mac OS X", HOME))
                .isEqualTo(HOME.resolve("Library/Application Support/oncall/config.toml"));
    }
}
