package io.novacron.oncall.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatePlaceTests {

    private static final Path HOME = Path.of("/home/ana");

    @Test
    void linuxKeepsStateUnderTheHomeUnlessTheDesktopSaysOtherwise() {
        assertThat(StatePlace.of(Map.of(), "Linux", HOME)).isEqualTo(Path.of("/home/ana/.local/state/oncall"));
        assertThat(StatePlace.of(Map.of("XDG_STATE_HOME", "/var/ana"), "Linux", HOME))
                .isEqualTo(Path.of("/var/ana/oncall"));
        assertThat(StatePlace.of(Map.of("XDG_STATE_HOME", "not/absolute"), "Linux", HOME))
                .isEqualTo(Path.of("/home/ana/.local/state/oncall"));
    }

    @Test
    void otherSystemsHavePlacesOfTheirOwn() {
        assertThat(StatePlace.of(Map.of(), "Mac OS X", HOME)).isEqualTo(Path.of("/home/ana/Library/Logs/oncall"));
        assertThat(StatePlace.of(Map.of("LOCALAPPDATA", "/c/local"), "Windows 11", HOME))
                .isEqualTo(Path.of("/c/local/oncall"));
    }
}
