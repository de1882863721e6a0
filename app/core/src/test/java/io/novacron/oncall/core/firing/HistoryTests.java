package io.novacron.oncall.core.firing;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.Series;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which series of Prometheus is which alert of Alertmanager, and what it says of its past. */
class HistoryTests {

    private static final Instant NOW = Instant.parse("2026-11-22T22:02:03Z");
    private static final String CONFIG = """
            global: {external_labels: {cluster: eu, replica: a}}
            alerting:
              alert_relabel_configs:
                - {action: labeldrop, regex: replica|pod}
                - {action: drop, source_labels: [severity], regex: none}
              alertmanagers: [{static_configs: [{targets: ['h:9093']}]}]
            """;

    private final Fanout fanout = new Fanout();
    private final ManualClock clock = new ManualClock(NOW);
    private final FakePrometheus prometheus = new FakePrometheus(CONFIG);

    @AfterEach
    void close() {
        fanout.close();
    }

    @Test
    void aSeriesIsFoundAfterExternalLabelsAndRelabelling() {
        prometheus.fires(280, 288, "alertname", "Down", "pod", "web-1");
        FiringHistory history = history(board("alertname", "Down", "cluster", "eu"));
        AlertHistory down = only(history);
        assertThat(down.series()).isEqualTo(1);
        assertThat(down.source()).isEqualTo("prom");
        assertThat(down.runs()).containsExactly(new Run(moment(280), null, false));
        assertThat(down.starts()).isEqualTo(1);
        assertThat(history.past()).isEmpty();
        assertThat(history.doubts()).isEmpty();
    }

    @Test
    void whatTwoSeriesBecameIsDrawnAsOneAndSaysSo() {
        prometheus.fires(100, 120, "alertname", "Down", "pod", "web-1");
        prometheus.fires(110, 130, "alertname", "Down", "pod", "web-2");
        AlertHistory down = only(history(board("alertname", "Down", "cluster", "eu")));
        assertThat(down.ambiguous()).isTrue();
        assertThat(down.runs()).containsExactly(new Run(moment(100), moment(131), false));
    }

    @Test
    void anAlertOfAnotherSenderHasNoHistoryAndSaysSo() {
        prometheus.fires(0, 288, "alertname", "Down");
        AlertHistory down = only(history(board("alertname", "Down", "cluster", "us")));
        assertThat(down.series()).isZero();
        assertThat(down.buckets()).isEmpty();
    }

    @Test
    void whatFiredAndIsOverIsPastWithTheLabelsAlertmanagerWouldKnow() {
        prometheus.fires(10, 20, "alertname", "Down", "node", "1");
        prometheus.fires(0, 288, "alertname", "Down", "severity", "none");
        FiringHistory history = history(board("alertname", "Down", "cluster", "eu"));
        assertThat(history.past()).singleElement().satisfies(past -> {
            assertThat(past.labels()).isEqualTo(Labels.of(Map.of("alertname", "Down", "node", "1", "cluster", "eu")));
            assertThat(past.history().runs()).containsExactly(new Run(moment(10), moment(21), false));
        });
    }

    @Test
    void everyStartIsCountedAndEachPartSaysHowMuchOfItFired() {
        prometheus.fires(0, 2, "alertname", "Down");
        prometheus.fires(6, 8, "alertname", "Down");
        prometheus.fires(12, 17, "alertname", "Down");
        AlertHistory down = only(history(board("alertname", "Down", "cluster", "eu")));
        assertThat(down.runs()).hasSize(3);
        assertThat(down.runs().getFirst().earlier()).isTrue();
        assertThat(down.starts()).as("what began before is not counted").isEqualTo(2);
        assertThat(down.buckets()).hasSize(48);
        assertThat(down.buckets().subList(0, 4)).containsExactly(0.5, 0.5, 1.0, 0.0);
    }

    /** What Prometheus does not know is neither firing nor quiet. */
    @Test
    void anOutageOfPrometheusIsNoQuiet() {
        prometheus.knowsNothing(60, 120);
        prometheus.fires(50, 59, "alertname", "Down");
        prometheus.fires(121, 288, "alertname", "Down");
        AlertHistory down = only(history(board("alertname", "Down", "cluster", "eu")));
        assertThat(down.runs()).containsExactly(new Run(moment(50), null, false));
        assertThat(down.buckets().get(12)).isNaN();
        assertThat(down.buckets().get(30)).isEqualTo(1.0);
    }

    @Test
    void whereNoSourceCanSayThereIsNoHistory() {
        prometheus.fires(0, 288, "alertname", "Down");
        prometheus.config = "alerting: [";
        assertThat(fetched(board("alertname", "Down", "cluster", "eu"))).isInstanceOf(Fetched.Failure.class);
    }

    @Test
    void thousandsOfAlertsAreAskedForAtCoarserStepsAndNamesAreQuoted() {
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            alerts.addAll(board("alertname", "a.b\"", "n", "" + i).alerts());
        }
        AlertsQuery query = AlertsQuery.of(alerts, Duration.ofHours(24), NOW);
        assertThat(query.times().size()).isLessThan(60);
        assertThat(query.expression()).contains("alertname=~\"a\\\\.b\\\"\"");
    }

    @Test
    void withoutARowEverythingThatIsPastIsAskedFor() {
        AlertsQuery query = AlertsQuery.of(List.of(), Duration.ofDays(3), NOW);
        assertThat(query.expression()).startsWith("ALERTS{alertstate=\"firing\"} or");
        assertThat(query.times().step()).isEqualTo(Duration.ofMinutes(15));
    }

    private FiringHistory history(AlertBoard board) {
        return ((Fetched.Answer<FiringHistory>) fetched(board)).value();
    }

    private Fetched<FiringHistory> fetched(AlertBoard board) {
        FiringDesk desk = new FiringDesk(List.of(prometheus), fanout, clock);
        return desk.history(new FiringDesk.HistoryRequest(board.alerts(), board, FiringDesk.DAY));
    }

    private static AlertHistory only(FiringHistory history) {
        return history.byKey().values().iterator().next();
    }

    /** The moments are the multiples of five minutes up to 22:00, numbered from the day before. */
    private static Instant moment(int index) {
        return Instant.parse("2026-11-21T22:00:00Z").plus(Duration.ofMinutes(5L * index));
    }

    static AlertBoard board(String... labels) {
        TreeMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            map.put(labels[i], labels[i + 1]);
        }
        MemberAlert alert = new MemberAlert(
                Labels.of(map), Map.of(), NOW, NOW, NOW, "active", List.of(), List.of(), List.of(), List.of("r"), "");
        MemberAnswer member =
                new MemberAnswer("h:9093", "0.34", Instant.EPOCH, "ready", List.of(), "", List.of(alert), List.of());
        return AlertBoard.of(List.of(new ClusterAnswer("am", List.of(member), Map.of())), SeverityMap.DEFAULT);
    }

    static Series series(List<Point> points, String... labels) {
        TreeMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            map.put(labels[i], labels[i + 1]);
        }
        return new Series(Labels.of(map), points);
    }
}
