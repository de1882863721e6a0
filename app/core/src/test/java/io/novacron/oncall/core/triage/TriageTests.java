package io.novacron.oncall.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.fault.FaultRow;
import io.novacron.oncall.core.routing.RoutingBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TriageTests {

    private static List<Alert> alerts(Alerts... alerts) {
        return Stream.of(alerts).map(Alerts::alert).toList();
    }

    private static Triage triage(List<Alert> alerts, Grouping grouping, SortBy sort) {
        return Triage.of(
                alerts,
                new Triage.Request(TriageQuery.EVERYTHING, grouping, sort, ReplicaLabels.DEFAULT),
                Alerts.SCENE);
    }

    private static List<String> shown(Triage triage, String label) {
        return triage.rows().stream()
                .map(row -> row.shown().labels().get(label))
                .toList();
    }

    @Test
    void numbersInTextAreComparedAsNumbersAndAMissingLabelIsLastBothWays() {
        List<Alert> alerts = alerts(
                Alerts.with("node", "n-10"),
                Alerts.with("other", "x"),
                Alerts.with("node", "n-9"),
                Alerts.with("node", "N-9b"));
        SortBy up = new SortBy(new Field.Label("node"), false);
        SortBy down = new SortBy(new Field.Label("node"), true);
        assertThat(shown(triage(alerts, Grouping.FLAT, up), "node")).containsExactly("n-9", "N-9b", "n-10", "");
        assertThat(shown(triage(alerts, Grouping.FLAT, down), "node")).containsExactly("n-10", "N-9b", "n-9", "");
    }

    @Test
    void anUnknownSeverityIsSeenNextToTheSecondWorst() {
        List<Alert> alerts = alerts(
                Alerts.with("severity", "warning"),
                Alerts.with("severity", "catastrophe"),
                Alerts.with("severity", "high"),
                Alerts.with("severity", "critical"));
        assertThat(shown(triage(alerts, Grouping.FLAT, SortBy.WORST_FIRST), "severity"))
                .containsExactly("critical", "high", "catastrophe", "warning");
    }

    @Test
    void theOrderDoesNotDependOnArrival() {
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            alerts.add(Alerts.with("alertname", "A" + i % 7, "severity", i % 3 == 0 ? "critical" : "odd", "n", "" + i)
                    .aged(Duration.ofMinutes(i % 5))
                    .alert());
        }
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (Field field : List.of(
                Field.Known.SEVERITY, Field.Known.AGE, Field.Known.NAME, Field.Known.STATE, new Field.Label("n"))) {
            for (boolean descending : new boolean[] {false, true}) {
                SortBy sort = new SortBy(field, descending);
                List<TriageRow> first = triage(alerts, Grouping.FLAT, sort).rows();
                List<Alert> shuffled = new ArrayList<>(alerts);
                Collections.shuffle(shuffled, random);
                assertThat(triage(shuffled, Grouping.FLAT, sort).rows())
                        .as("seed %d, %s", seed, sort)
                        .isEqualTo(first);
            }
        }
    }

    @Test
    void aGroupSaysItsWorstItsStatesAndWhatAllOfItShare() {
        List<Alert> alerts = alerts(
                Alerts.with("alertname", "Down", "team", "a", "severity", "warning", "node", "1"),
                Alerts.with("alertname", "Down", "team", "a", "severity", "critical", "node", "2")
                        .is(AlertState.SILENCED),
                Alerts.with("alertname", "Slow", "team", "a", "severity", "error", "node", "3"));
        Triage triage = triage(alerts, new Grouping.By(List.of(new Field.Label("alertname"))), SortBy.WORST_FIRST);
        assertThat(triage.groups()).hasSize(2);
        AlertGroup slow = triage.groups().getFirst();
        AlertGroup down = triage.groups().getLast();
        assertThat(slow.key()).isEqualTo(Labels.of(Map.of("alertname", "Slow")));
        assertThat(down.worst()).as("of what still fires").isEqualTo(Severity.S3);
        assertThat(down.states()).containsEntry(AlertState.SILENCED, 1).containsEntry(AlertState.FIRING, 1);
        assertThat(down.shared()).isEqualTo(Labels.of(Map.of("alertname", "Down", "team", "a")));
        assertThat(down.alerts()).isEqualTo(2);
    }

    /** Alerts guide A2: it appears in several of Alertmanager's groups and is one alert all the same. */
    @Test
    void anAlertToldToSeveralReceiversIsCountedOnce() {
        List<Alert> alerts = alerts(
                Alerts.with("n", "1").toldTo("team", "executives"),
                Alerts.with("n", "2").toldTo("team"));
        Triage triage = triage(alerts, new Grouping.By(List.of(Field.Known.RECEIVER)), SortBy.WORST_FIRST);
        assertThat(triage.groups().stream().mapToInt(AlertGroup::alerts).sum()).isEqualTo(2);
        assertThat(triage.alerts()).isEqualTo(2);
    }

    @Test
    void groupsOfAlertmanagerFollowItsRoutesAndWhatTheseGroupBy() {
        AlertBoard board = board(
                """
                route:
                  receiver: rest
                  group_by: [team]
                  routes:
                    - {receiver: storage, matchers: ['team="storage"'], group_by: [alertname], continue: true}
                    - {receiver: executives, matchers: ['category="sla"'], group_by: ['...']}
                receivers: [{name: rest}, {name: storage}, {name: executives}]
                """,
                Labels.of(Map.of("alertname", "A", "team", "storage", "n", "1")),
                Labels.of(Map.of("alertname", "A", "team", "storage", "n", "2")),
                Labels.of(Map.of("alertname", "B", "team", "storage", "category", "sla")),
                Labels.of(Map.of("alertname", "C", "team", "web")),
                Labels.of(Map.of("alertname", "D", "team", "web")));
        Scene scene = new Scene(Alerts.NOW, Categories.DEFAULT, board);
        Triage triage = Triage.of(
                board.alerts(),
                new Triage.Request(
                        TriageQuery.EVERYTHING,
                        new Grouping.Alertmanagers(new RoutingBook()),
                        SortBy.WORST_FIRST,
                        ReplicaLabels.NONE),
                scene);
        assertThat(triage.groups().stream().map(AlertGroup::key))
                .containsExactlyInAnyOrder(
                        Labels.of(Map.of("@cluster", "eu", "@receiver", "storage", "alertname", "A")),
                        Labels.of(Map.of(
                                "@cluster",
                                "eu",
                                "@receiver",
                                "storage, executives",
                                "alertname",
                                "B",
                                "team",
                                "storage",
                                "category",
                                "sla")),
                        Labels.of(Map.of("@cluster", "eu", "@receiver", "rest", "team", "web")));
        assertThat(triage.groups().stream().mapToInt(AlertGroup::alerts).sum()).isEqualTo(5);
    }

    private static AlertBoard board(String config, Labels... alerts) {
        List<MemberAlert> told = Stream.of(alerts)
                .map(labels -> new MemberAlert(
                        labels,
                        Map.of(),
                        Alerts.NOW,
                        Alerts.NOW,
                        Alerts.NOW,
                        "active",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        ""))
                .toList();
        MemberAnswer member =
                new MemberAnswer("h:9093", "0.34", Instant.EPOCH, "ready", List.of(), config, told, List.of());
        return AlertBoard.of(List.of(new ClusterAnswer("eu", List.of(member), Map.of())), SeverityMap.DEFAULT);
    }

    @FaultRow("F65 a replica label doubles alerts: one row that counts them, all within reach")
    void alertsThatOnlyDifferInTheReplicaAreOneRowAndAllOfThemWithinReach() {
        Alerts a = Alerts.with("alertname", "Down", "replica", "a").is(AlertState.SILENCED);
        Alerts b = Alerts.with("alertname", "Down", "replica", "b").aged(Duration.ofMinutes(2));
        Alerts elsewhere = Alerts.with("alertname", "Down", "replica", "a").in("us");
        Triage triage = triage(alerts(a, b, elsewhere), Grouping.FLAT, SortBy.WORST_FIRST);
        assertThat(triage.rows()).hasSize(2);
        TriageRow merged = triage.rows().stream()
                .filter(row -> row.replicas() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(merged.shown()).as("what fires stands for all").isEqualTo(b.alert());
        assertThat(merged.raw()).containsExactlyInAnyOrder(a.alert(), b.alert());
        assertThat(triage.alerts()).as("alerts, not rows").isEqualTo(3);
    }

    @Test
    void facetsCountEveryValueOfTheChosenFields() {
        List<Alert> alerts = alerts(
                Alerts.with("severity", "critical", "category", "sla", "node", "n2")
                        .toldTo("a", "b"),
                Alerts.with("severity", "warning", "node", "n10").toldTo("a"),
                Alerts.with("severity", "warning", "category", "migration", "node", "n2")
                        .is(AlertState.INHIBITED));
        List<Facet> facets = Facets.of(
                alerts,
                List.of(
                        Field.Known.SEVERITY,
                        Field.Known.STATE,
                        Field.Known.RECEIVER,
                        Field.Known.CATEGORY,
                        new Field.Label("node")),
                Alerts.SCENE);
        assertThat(facets.get(0).values()).containsExactly(new Facet.Value("S1", 1), new Facet.Value("S3", 2));
        assertThat(facets.get(1).values())
                .containsExactly(new Facet.Value("firing", 2), new Facet.Value("inhibited", 1));
        assertThat(facets.get(2).values())
                .containsExactly(new Facet.Value("a", 2), new Facet.Value("b", 1), new Facet.Value("team", 1));
        assertThat(facets.get(3).values())
                .containsExactly(
                        new Facet.Value("warning", 1), new Facet.Value("migration", 1), new Facet.Value("SLA", 1));
        assertThat(facets.get(4).values()).containsExactly(new Facet.Value("n2", 2), new Facet.Value("n10", 1));
    }
}
