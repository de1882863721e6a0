package io.novacron.oncall.core.firing;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.AlertSending;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.Rule;
import io.novacron.oncall.core.metric.RuleAlert;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnpagedSearchTests {

    private static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z");
    private static final String CONFIG = """
            global: {external_labels: {cluster: eu}}
            alerting:
              alert_relabel_configs: [{action: drop, source_labels: [severity], regex: none}]
              alertmanagers: [{static_configs: [{targets: ['h:9093']}]}]
            """;

    private final List<RuleAlert> alerts = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final FakePrometheus prometheus = new FakePrometheus(CONFIG);

    @Test
    void whatFiresForLongAndNoAlertmanagerHasIsListed() {
        fires(Duration.ofMinutes(3), "alertname", "Lost");
        fires(Duration.ofMinutes(3), "alertname", "Held");
        assertThat(search(HistoryTests.board("alertname", "Held", "cluster", "eu"), SourceState.LIVE))
                .containsExactly(new Unpaged(
                        Labels.of(Map.of("alertname", "Lost")),
                        NOW.minus(Duration.ofMinutes(3)),
                        "prom",
                        true,
                        "no Alertmanager has it"));
    }

    @Test
    void whatJustBeganIsStillOnItsWay() {
        fires(Duration.ofMinutes(2), "alertname", "New");
        assertThat(search(AlertBoard.EMPTY, SourceState.LIVE)).isEmpty();
    }

    /** Prometheus tells when the expression began to hold, not when the alert fired. */
    @Test
    void theTimeThatItWasHeldPendingDoesNotCount() {
        rules.add(rule("Slow", Duration.ofMinutes(10)));
        fires(Duration.ofMinutes(11), "alertname", "Slow");
        assertThat(search(AlertBoard.EMPTY, SourceState.LIVE)).isEmpty();
        fires(Duration.ofMinutes(13), "alertname", "Slow", "n", "2");
        assertThat(search(AlertBoard.EMPTY, SourceState.LIVE)).hasSize(1);
    }

    @Test
    void whatIsPendingOrDroppedOnPurposeIsNoLoss() {
        alerts.add(new RuleAlert(
                Labels.of(Map.of("alertname", "Pending")), Map.of(), "pending", NOW.minusSeconds(3600), "1"));
        fires(Duration.ofHours(1), "alertname", "Dropped", "severity", "none");
        assertThat(search(AlertBoard.EMPTY, SourceState.LIVE)).isEmpty();
    }

    @Test
    void aPrometheusThatSendsToNobodySaysSo() {
        prometheus.config = "global: {}";
        fires(Duration.ofHours(1), "alertname", "A");
        assertThat(search(HistoryTests.board("alertname", "A"), SourceState.LIVE))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.certain()).isTrue();
                    assertThat(one.reason()).isEqualTo("prom sends its alerts to no Alertmanager");
                });
    }

    @Test
    void withoutItsConfigurationNobodyCanTell() {
        fires(Duration.ofHours(1), "alertname", "A");
        fires(Duration.ofHours(1), "alertname", "B");
        Fetched<List<AlertSending>> unreadable = Fetched.failure(new SourceError.Unreachable("prom", "it is gone"));
        List<Unpaged> found = new UnpagedSearch(HistoryTests.board("alertname", "A"), statuses(SourceState.LIVE), NOW)
                .of("prom", answer(), unreadable);
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.labels().get("alertname")).isEqualTo("B");
            assertThat(one.certain()).isFalse();
            assertThat(one.reason()).startsWith("cannot tell");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = SourceState.class,
            names = {"UNREACHABLE", "STALE", "DENIED", "UNTRUSTED"})
    void anAlertmanagerThatDoesNotAnswerMayHaveIt(SourceState state) {
        fires(Duration.ofHours(1), "alertname", "A");
        assertThat(search(AlertBoard.EMPTY, state)).singleElement().satisfies(one -> {
            assertThat(one.certain()).isFalse();
            assertThat(one.reason()).contains("am is " + state.name());
        });
    }

    /** A member that is away is not live; those that are have spoken. */
    @ParameterizedTest
    @EnumSource(
            value = SourceState.class,
            names = {"PARTIAL", "SPLIT", "SETTLING", "SKEWED", "EMPTY_SUSPECT"})
    void anAlertmanagerThatAnswersAndDoesNotHaveItDoesNotHaveIt(SourceState state) {
        fires(Duration.ofHours(1), "alertname", "A");
        assertThat(search(AlertBoard.EMPTY, state)).singleElement().matches(Unpaged::certain);
    }

    private List<Unpaged> search(AlertBoard board, SourceState alertmanager) {
        return new UnpagedSearch(board, statuses(alertmanager), NOW).of("prom", answer(), prometheus.sendings());
    }

    private MetricAnswer answer() {
        return new MetricAnswer("3.8.1", rules, alerts, List.of());
    }

    private void fires(Duration ago, String... labels) {
        TreeMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            map.put(labels[i], labels[i + 1]);
        }
        alerts.add(new RuleAlert(Labels.of(map), Map.of(), "firing", NOW.minus(ago), "1"));
    }

    static Rule rule(String name, Duration hold, String... labels) {
        TreeMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            map.put(labels[i], labels[i + 1]);
        }
        return new Rule(
                "g",
                "f",
                name,
                "alerting",
                "up == 0",
                hold,
                Labels.of(map),
                Map.of(),
                "firing",
                "ok",
                "",
                null,
                Duration.ZERO);
    }

    private static List<SourceStatus> statuses(SourceState alertmanager) {
        return List.of(
                status("prom", SourceKind.PROMETHEUS, SourceState.LIVE),
                status("am", SourceKind.ALERTMANAGER, alertmanager));
    }

    private static SourceStatus status(String name, SourceKind kind, SourceState state) {
        return new SourceStatus(
                name, kind, name, List.of(state), "", NOW, "", "", null, null, null, Duration.ofSeconds(15));
    }
}
