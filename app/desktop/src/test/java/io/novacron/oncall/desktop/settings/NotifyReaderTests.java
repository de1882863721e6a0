package io.novacron.oncall.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.notify.Tone;
import io.novacron.oncall.core.settings.NotifySettings;
import io.novacron.oncall.core.silence.Matcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyReaderTests {

    private static final String SOURCE =
            "[[source]]\nname = \"am\"\nkind = \"alertmanager\"\nurls = [\"http://h:9093\"]\n";

    @TempDir
    private Path folder;

    @Test
    void everyKeyIsRead() throws IOException {
        NotifySettings settings = loaded("""
                [notify]
                enabled = false
                volume = 35
                severities = ["S1", "unknown"]
                sound = { S1 = "double", unknown = "none" }
                quiet_hours = "22:00-07:00"
                zone = "Europe/Berlin"
                repeat_until_seen = false
                group_by = ["alertname", "service"]
                cluster_labels = ["cluster", "cell"]

                [[notify.filter]]
                match = 'team="storage",severity!="info"'
                severities = ["S1", "S5"]
                sound = "low"
                """);
        assertThat(settings.enabled()).isFalse();
        assertThat(settings.volume()).isEqualTo(35);
        assertThat(settings.severities()).containsExactlyInAnyOrder(Severity.S1, Severity.UNKNOWN);
        assertThat(settings.sound())
                .containsEntry(Severity.S1, Tone.DOUBLE)
                .containsEntry(Severity.UNKNOWN, Tone.NONE)
                .containsEntry(Severity.S3, Tone.SINGLE);
        assertThat(settings.quiet())
                .hasValueSatisfying(hours -> assertThat(hours.contains(Instant.parse("2026-11-22T21:00:00Z")))
                        .isTrue());
        assertThat(settings.repeatUntilSeen()).isFalse();
        assertThat(settings.groupBy()).containsExactly("alertname", "service");
        assertThat(settings.clusterLabels()).containsExactlyInAnyOrder("cluster", "cell");
        assertThat(settings.filters())
                .containsExactly(new NotifySettings.Filter(
                        List.of(
                                Matcher.equal("team", "storage"),
                                new Matcher("severity", Matcher.Op.NOT_EQUAL, "info")),
                        Set.of(Severity.S1, Severity.S5),
                        Optional.of(Tone.LOW)));
    }

    @Test
    void withoutABlockTheUsualHolds() throws IOException {
        assertThat(loaded("")).isEqualTo(NotifySettings.DEFAULT);
    }

    @Test
    void everyMistakeIsToldWithItsPlace() throws IOException {
        assertThat(problems("""
                [notify]
                volum = 3
                volume = 101
                severities = ["S1", "S9"]
                sound = { S1 = "alarn" }
                quiet_hours = "22-7"
                zone = "Middle/Earth"

                [[notify.filter]]
                match = 'team=~"["'

                [[notify.filter]]
                sound = "low"
                """))
                .anySatisfy(text -> assertThat(text).contains("Unknown key \"volum\"", "\"volume\""))
                .anySatisfy(text -> assertThat(text).contains("between 0 (no sound) and 100"))
                .anySatisfy(text -> assertThat(text).contains("severities of [notify] names no severity"))
                .anySatisfy(text -> assertThat(text).contains("Unknown S1 \"alarn\"", "alarm"))
                .anySatisfy(text -> assertThat(text).contains("22:00-07:00"))
                .anySatisfy(text -> assertThat(text).contains("names no time zone"))
                .anySatisfy(text -> assertThat(text).contains("[[notify.filter]] are wrong at column"))
                .anySatisfy(text -> assertThat(text).contains("match is missing in [[notify.filter]]"));
    }

    private NotifySettings loaded(String text) throws IOException {
        return switch (load(text)) {
            case LoadedSettings.Loaded(var settings, var file) ->
                settings.desk().attention();
            case LoadedSettings other -> throw new AssertionError(other.toString());
        };
    }

    private List<String> problems(String text) throws IOException {
        return switch (load(text)) {
            case LoadedSettings.Broken broken ->
                broken.problems().stream()
                        .map(problem -> problem.at(broken.file()))
                        .toList();
            case LoadedSettings other -> throw new AssertionError(other.toString());
        };
    }

    private LoadedSettings load(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("config.toml"), SOURCE + text);
        return SettingsFile.load(file, Optional.empty(), "nobody");
    }
}
