package io.novacron.oncall.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.core.settings.DeskState;
import io.novacron.oncall.core.settings.SavedFilter;
import io.novacron.oncall.core.settings.TableState;
import io.novacron.oncall.core.time.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTests {

    private static final TableState TABLE = new TableState(
            List.of(new TableState.Column("age", 92.5, false)), "@age", true, List.of("service", "@state"));
    private static final DeskState STATE =
            new DeskState(TABLE, List.of(new SavedFilter("mine “quoted” \n", "@owner=\"ana\"", TABLE)));

    @TempDir
    private Path temp;

    private StateFile file() {
        return new StateFile(temp.resolve("deep/state"), new ManualClock(Instant.parse("2026-11-22T02:41:07Z")));
    }

    private Path json() {
        return temp.resolve("deep/state/state.json");
    }

    @Test
    void whatIsSavedIsReadBack() throws IOException {
        file().save(STATE);
        assertThat(file().load().state()).isEqualTo(STATE);
        assertThat(file().load().doubt()).isEmpty();
    }

    @Test
    void withoutAFileItIsAsMadeAndNothingIsDoubted() {
        assertThat(file().load().state()).isEqualTo(DeskState.AS_MADE);
        assertThat(file().load().doubt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"version\":1,\"alerts\":{\"columns\":7}}",
                "{\"alerts\":{}}",
                "{\"version\":2}",
                "\u0000\u0000\u0000"
            })
    void aDamagedOrNewerFileIsKeptAsideAndTheBackupIsUsed(String damaged) throws IOException {
        file().save(STATE);
        file().save(DeskState.AS_MADE);
        Files.writeString(json(), damaged);
        var kept = file().load();
        assertThat(kept.state()).isEqualTo(STATE);
        assertThat(kept.doubt())
                .contains("state.json", "kept as state.json.corrupt-20261122-024107", "using the backup of ");
        assertThat(temp.resolve("deep/state/state.json.corrupt-20261122-024107"))
                .hasContent(damaged);
        assertThat(json()).doesNotExist();
    }

    @Test
    void withoutABackupADamagedFileMeansAsMadeAndSaysSo() throws IOException {
        file().save(STATE);
        Files.writeString(json(), "?");
        assertThat(file().load().state()).isEqualTo(DeskState.AS_MADE);
        Files.writeString(json(), "?");
        assertThat(file().load().doubt()).endsWith("columns and filters are as they were made.");
    }

    @Test
    void aCrashBetweenTheTwoStepsOfASaveLosesNothing() throws IOException {
        file().save(STATE);
        Files.move(json(), temp.resolve("deep/state/state.json.backup"));
        assertThat(file().load().state()).isEqualTo(STATE);
    }

    @Test
    void whatIsMissingInTheFileIsAsMade() throws IOException {
        Files.createDirectories(json().getParent());
        Files.writeString(json(), "{\"version\":1,\"filters\":[{\"name\":\"a\",\"query\":\"b\"},null],\"later\":{}}");
        assertThat(file().load().state())
                .isEqualTo(new DeskState(TableState.AS_MADE, List.of(new SavedFilter("a", "b", TableState.AS_MADE))));
    }

    @Test
    void filtersGoIntoAFileAndComeBack() throws IOException {
        Path shared = temp.resolve("filters.json");
        file().writeFilters(shared, STATE.filters());
        assertThat(file().readFilters(shared)).isEqualTo(STATE.filters());
        Files.writeString(shared, "{\"version\":1}");
        assertThatThrownBy(() -> file().readFilters(shared)).hasMessageContaining("filters.json holds no filters");
    }
}
