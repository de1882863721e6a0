package io.novacron.oncall.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.settings.AlertSettings;
import io.novacron.oncall.core.triage.ReplicaLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsReaderTests {

    private static final String SOURCE = """
            [[source]]
            name = "am"
            kind = "alertmanager"
            urls = ["http://h:9093"]
            """;

    @TempDir
    private Path folder;

    @Test
    void wordsForSeveritiesAreAddedAndMovedAndTheOthersStay() throws IOException {
        AlertSettings alerts = alerts("""
                [alerts.severities]
                S1 = ["Disaster"]
                S5 = ["warning"]
                """);
        assertThat(severity(alerts, "disaster")).isEqualTo(Severity.S1);
        assertThat(severity(alerts, "warning")).isEqualTo(Severity.S5);
        assertThat(severity(alerts, "critical")).isEqualTo(Severity.S1);
        assertThat(severity(alerts, "who knows")).isEqualTo(Severity.UNKNOWN);
    }

    @Test
    void categoriesReplaceTheUsualOnesAndMayHaveSeveralWays() throws IOException {
        AlertSettings alerts = alerts("""
                [alerts.categories]
                money = ['team="billing"', 'service=~"pay.*"']
                rest = 'team!="billing"'
                """);
        assertThat(alerts.categories().names()).containsExactly("money", "rest");
        assertThat(alerts.categories().of(Labels.of(Map.of("service", "payout"))))
                .containsExactly("money", "rest");
        assertThat(alerts.categories().of(Labels.of(Map.of("team", "billing")))).containsExactly("money");
    }

    @Test
    void noReplicaLabelsMeansThatNothingIsMerged() throws IOException {
        assertThat(alerts("[alerts]\nreplica_labels = []").replicas()).isEqualTo(ReplicaLabels.NONE);
        assertThat(alerts("").replicas()).isEqualTo(ReplicaLabels.DEFAULT);
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() throws IOException {
        assertThat(problems("""
                [alerts]
                replica_label = ["a"]
                [alerts.severities]
                S1 = ["a", "A"]
                S7 = ["b"]
                [alerts.categories]
                x = 'team=~"("'
                y = '{}'
                """))
                .satisfiesExactly(
                        text -> assertThat(text).contains("replica_label", "did you mean", "replica_labels"),
                        text -> assertThat(text).contains("written twice"),
                        text -> assertThat(text).contains("S7", "[alerts.severities]"),
                        text -> assertThat(text).contains("[alerts.categories]", "column 7"),
                        text -> assertThat(text).contains("holds no matcher"));
    }

    private static Severity severity(AlertSettings alerts, String word) {
        return alerts.severities().of(Labels.of(Map.of("severity", word)));
    }

    private AlertSettings alerts(String text) throws IOException {
        return ((LoadedSettings.Loaded) load(text)).settings().desk().alerts();
    }

    private List<String> problems(String text) throws IOException {
        return ((LoadedSettings.Broken) load(text))
                .problems().stream().map(Problem::text).toList();
    }

    private LoadedSettings load(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("config.toml"), SOURCE + text);
        return SettingsFile.load(file, Optional.empty(), "login");
    }
}
