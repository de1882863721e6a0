package io.novacron.oncall.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.silence.Maintenance;
import io.novacron.oncall.core.silence.Matcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintenanceReaderTests {

    private static final String SOURCE = """
            [[source]]
            name = "am"
            kind = "alertmanager"
            urls = ["http://h:9093"]
            """;

    @TempDir
    private Path folder;

    @Test
    void everyKeyOfABlockIsRead() throws IOException {
        assertThat(plans("""
                [[maintenance]]
                name = "weekly backup"
                cluster = "eu"
                match = 'service="backup", severity!="critical"'
                days = ["sat", "sun"]
                at = "02:30"
                zone = "Europe/Berlin"
                length = "2h"
                comment = "CHG-1200"
                """))
                .containsExactly(new Maintenance(
                        "weekly backup",
                        "eu",
                        List.of(
                                Matcher.equal("service", "backup"),
                                new Matcher("severity", Matcher.Op.NOT_EQUAL, "critical")),
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        LocalTime.of(2, 30),
                        ZoneId.of("Europe/Berlin"),
                        Duration.ofHours(2),
                        "CHG-1200"));
    }

    @Test
    void whatIsLeftOutIsEveryDayInUtcInEveryCluster() throws IOException {
        assertThat(plans("""
                [[maintenance]]
                name = "nightly"
                match = 'service="backup"'
                at = "23:00"
                length = "30m"
                """)).singleElement().satisfies(plan -> {
            assertThat(plan.cluster()).isEmpty();
            assertThat(plan.zone()).isEqualTo(ZoneId.of("UTC"));
            assertThat(plan.comment()).isEqualTo("maintenance nightly");
        });
    }

    @Test
    void whatIsWrongIsToldAndNothingElseIsTakenForIt() throws IOException {
        assertThat(problems("""
                [[maintenance]]
                name = "a"
                match = 'service!="backup"'
                at = "25:00"
                zone = "Mars"
                days = ["monday"]
                length = "48h"

                [[maintenance]]
                name = "b"
                match = 'service="'
                at = "02:30"
                lenght = "1h"
                """))
                .anySatisfy(text -> assertThat(text).contains("needs a matcher with = or =~"))
                .anySatisfy(text -> assertThat(text).contains("no time of day"))
                .anySatisfy(text -> assertThat(text).contains("no time zone"))
                .anySatisfy(text -> assertThat(text).contains("monday"))
                .anySatisfy(text -> assertThat(text).contains("length").contains("1d"))
                .anySatisfy(text -> assertThat(text).contains("lenght", "did you mean"))
                .anySatisfy(text -> assertThat(text).contains("wrong at column"));
    }

    @Test
    void twoOfOneNameAreRefused() throws IOException {
        String block = """
                [[maintenance]]
                name = "a"
                match = 'service="x"'
                at = "02:30"
                length = "1h"
                """;
        assertThat(problems(block + block)).anySatisfy(text -> assertThat(text).contains("name of its own"));
    }

    private List<Maintenance> plans(String text) throws IOException {
        LoadedSettings loaded = load(text);
        assertThat(loaded).isInstanceOf(LoadedSettings.Loaded.class);
        return ((LoadedSettings.Loaded) loaded).settings().desk().maintenance();
    }

    private List<String> problems(String text) throws IOException {
        LoadedSettings loaded = load(text);
        assertThat(loaded).isInstanceOf(LoadedSettings.Broken.class);
        return ((LoadedSettings.Broken) loaded)
                .problems().stream().map(problem -> problem.at(Path.of("f"))).toList();
    }

    private LoadedSettings load(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("oncall.toml"), SOURCE + text);
        return SettingsFile.load(file, Optional.empty(), "ana");
    }
}
