package io.novacron.oncall.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.alert.SeverityMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nothing is lost among 50 000 alerts; how long it takes is told, and no assertion (the benchmark has the limits). */
class TriageAtScaleTests {

    private static final Logger LOG = LoggerFactory.getLogger(TriageAtScaleTests.class);
    private static final int ALERTS = 50_000;

    @Test
    void fiftyThousandAlertsAreFilteredGroupedSortedAndCounted() throws TriageSyntaxException {
        AlertBoard board = told("merge 50 000", () -> board(ALERTS, 1));
        Scene scene = new Scene(Alerts.NOW, Categories.DEFAULT, board);
        Grouping byName = new Grouping.By(List.of(new Field.Label("alertname"), new Field.Label("zone")));
        Triage all = told(
                "everything, grouped", () -> triage(board, TriageQuery.EVERYTHING, byName, SortBy.WORST_FIRST, scene));
        assertThat(all.groups()).hasSize(250);
        assertThat(all.rows()).hasSize(ALERTS);
        for (String text : List.of(
                "zone=z3", "instance=~\"web-.*7:9100\"", "web-4242", "fills up 4242", "@state=firing @age>1m")) {
            TriageQuery query = TriageQuery.parse(text);
            Triage found = told("filter " + text, () -> triage(board, query, byName, SortBy.WORST_FIRST, scene));
            assertThat(found.alerts()).as(text).isPositive();
            assertThat(found.alerts()).isEqualTo((int) board.alerts().stream()
                    .filter(alert -> query.matches(alert, scene))
                    .count());
        }
        SortBy byInstance = new SortBy(new Field.Label("instance"), false);
        Triage sorted =
                told("sort by instance", () -> triage(board, TriageQuery.EVERYTHING, Grouping.FLAT, byInstance, scene));
        assertThat(sorted.rows().getFirst().shown().labels().get("instance")).isEqualTo("web-0:9100");
        List<Facet> facets = told(
                "six facets",
                () -> Facets.of(
                        board.alerts(),
                        List.of(
                                Field.Known.SEVERITY,
                                Field.Known.STATE,
                                Field.Known.CLUSTER,
                                Field.Known.CATEGORY,
                                Field.Known.RECEIVER,
                                Field.Known.OWNER),
                        scene));
        assertThat(facets.get(1).values()).containsExactly(new Facet.Value("firing", ALERTS));
    }

    @Test
    void tenThousandAlertsOfTwoMembersAreMerged() {
        AlertBoard board = told("merge 10 000 x 2", () -> board(10_000, 2));
        assertThat(board.alerts()).hasSize(10_000);
    }

    private static Triage triage(AlertBoard board, TriageQuery query, Grouping grouping, SortBy sort, Scene scene) {
        return Triage.of(board.alerts(), new Triage.Request(query, grouping, sort, ReplicaLabels.DEFAULT), scene);
    }

    /** The best of five, which is what a warm program does. */
    private static <T> T told(String what, Supplier<T> work) {
        T result = work.get();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            result = work.get();
            best = Math.min(best, System.nanoTime() - start);
        }
        LOG.info("{}: {} ms", what, Duration.ofNanos(best).toMillis());
        return result;
    }

    private static final Map<Integer, List<MemberAlert>> MADE = new TreeMap<>();

    private static AlertBoard board(int count, int members) {
        List<MemberAlert> alerts = MADE.computeIfAbsent(count, TriageAtScaleTests::made);
        List<MemberAnswer> answers = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            answers.add(new MemberAnswer(
                    "h" + i + ":9093", "0.34", Instant.EPOCH, "ready", List.of(), "", alerts, List.of()));
        }
        return AlertBoard.of(List.of(new ClusterAnswer("eu", answers, Map.of())), SeverityMap.DEFAULT);
    }

    private static List<MemberAlert> made(int count) {
        List<String> severities = List.of("critical", "warning", "info", "odd");
        List<MemberAlert> alerts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, String> labels = Map.of(
                    "alertname",
                    "Alert" + i % 50,
                    "severity",
                    severities.get(i % 4),
                    "instance",
                    "web-" + i + ":9100",
                    "zone",
                    "z" + i / 50 % 5,
                    "job",
                    "node",
                    "team",
                    "team-" + i % 9,
                    "category",
                    i % 2 == 0 ? "capacity" : "sla",
                    "cluster",
                    "eu");
            alerts.add(new MemberAlert(
                    Labels.of(labels),
                    Map.of(
                            "summary",
                            "The disk of web-" + i + " fills up",
                            "description",
                            "It will be full within hours. ".repeat(3)),
                    Alerts.NOW.minusSeconds(i % 7_000 + 61),
                    Alerts.NOW,
                    Alerts.NOW,
                    "active",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("team", "pager"),
                    ""));
        }
        return alerts;
    }
}
