package io.novacron.oncall.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.settings.KeySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysReaderTests {

    private static final String SOURCE = """
            [[source]]
            name = "am"
            kind = "alertmanager"
            urls = ["http://h:9093"]
            """;

    @TempDir
    private Path folder;

    @Test
    void keysAreTurnedOffOrDoneByOthers() throws IOException {
        LoadedSettings loaded = load("""
                [keys]
                single = false
                instead = { "Shift+A" = "u", "?" = "Shift+H", F5 = "Ctrl+R", x = "" }
                """);
        assertThat(((LoadedSettings.Loaded) loaded).settings().desk().keys())
                .isEqualTo(new KeySettings(false, Map.of("A", "u", "?", "H", "F5", "Ctrl+R", "x", "")));
    }

    @Test
    void withoutTheBlockKeysAreAsTheHelpCardSays() throws IOException {
        assertThat(((LoadedSettings.Loaded) load("")).settings().desk().keys()).isEqualTo(KeySettings.DEFAULT);
    }

    @Test
    void whatIsNoKeyOrGivenTwiceIsTold() throws IOException {
        LoadedSettings loaded = load("""
                [keys]
                singel = true
                [keys.instead]
                Enterr = "u"
                x = "Hyper+X"
                j = "q"
                k = "q"
                """);
        assertThat(((LoadedSettings.Broken) loaded).problems())
                .extracting(Problem::text)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("singel", "did you mean", "single"),
                        text -> assertThat(text).contains("Enterr", "no key that can be changed"),
                        text -> assertThat(text).contains("Hyper+X", "cannot become"),
                        text -> assertThat(text).contains("twice"));
    }

    private LoadedSettings load(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("config.toml"), SOURCE + text);
        return SettingsFile.load(file, Optional.empty(), "login");
    }
}
