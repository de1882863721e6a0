package io.novacron.oncall.demo.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertStatesTests {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration RESEND = Duration.ofMinutes(1);
    private static final Duration VALID = Duration.ofMinutes(4);

    private final AlertStates states = states("for: 30s");

    @Test
    void anAlertWaitsBeforeItFires() {
        seen(0, "a");
        assertThat(phases()).containsExactly(AlertPhase.PENDING);
        seen(29, "a");
        assertThat(phases()).containsExactly(AlertPhase.PENDING);
        seen(30, "a");
        assertThat(states.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.phase()).isEqualTo(AlertPhase.FIRING);
            assertThat(alert.activeAt()).isEqualTo(START);
            assertThat(alert.firedAt()).isEqualTo(START.plusSeconds(30));
        });
    }

    @Test
    void withoutWaitingItFiresAtOnce() {
        AlertStates eager = states("");
        eager.evaluate(elements("a"), START);
        assertThat(eager.alerts()).extracting(ActiveAlert::phase).containsExactly(AlertPhase.FIRING);
    }

    @Test
    void aPendingAlertThatGoesAwayBeginsAnew() {
        seen(0, "a");
        seen(15);
        assertThat(states.alerts()).isEmpty();
        seen(20, "a");
        seen(40, "a");
        assertThat(phases()).containsExactly(AlertPhase.PENDING);
    }

    @Test
    void aResolvedAlertIsKeptForAQuarterOfAnHour() {
        seen(0, "a");
        seen(30, "a");
        seen(60);
        assertThat(states.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.phase()).isEqualTo(AlertPhase.INACTIVE);
            assertThat(alert.resolvedAt()).isEqualTo(START.plusSeconds(60));
        });
        seen(60 + 15 * 60);
        assertThat(states.alerts()).hasSize(1);
        seen(60 + 15 * 60 + 1);
        assertThat(states.alerts()).isEmpty();
    }

    @Test
    void firingAgainIsANewAlert() {
        seen(0, "a");
        seen(30, "a");
        seen(60);
        seen(90, "a");
        assertThat(states.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.phase()).isEqualTo(AlertPhase.PENDING);
            assertThat(alert.activeAt()).isEqualTo(START.plusSeconds(90));
            assertThat(alert.resolvedAt()).isNull();
        });
    }

    @Test
    void keepFiringForBridgesAGap() {
        AlertStates patient = states("keep_firing_for: 1m");
        patient.evaluate(elements("a"), START);
        patient.evaluate(List.of(), START.plusSeconds(15));
        assertThat(patient.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.phase()).isEqualTo(AlertPhase.FIRING);
            assertThat(alert.keepFiringSince()).isEqualTo(START.plusSeconds(15));
        });
        patient.evaluate(elements("a"), START.plusSeconds(60));
        assertThat(patient.alerts()).extracting(ActiveAlert::keepFiringSince).containsOnlyNulls();
        patient.evaluate(List.of(), START.plusSeconds(75));
        patient.evaluate(List.of(), START.plusSeconds(135));
        assertThat(patient.alerts()).extracting(ActiveAlert::phase).containsExactly(AlertPhase.INACTIVE);
    }

    @Test
    void onlyWhatFiresIsSentAndAgainEachMinuteUntilItsEndIsTold() {
        seen(0, "a");
        assertThat(due(0)).isEmpty();
        seen(30, "a");
        assertThat(due(30))
                .singleElement()
                .satisfies(alert -> assertThat(alert.validUntil())
                        .isEqualTo(START.plusSeconds(30).plus(VALID)));
        assertThat(due(90)).isEmpty();
        assertThat(due(91)).hasSize(1);
        seen(95);
        assertThat(due(95)).extracting(ActiveAlert::resolvedAt).containsExactly(START.plusSeconds(95));
        assertThat(due(100)).isEmpty();
        assertThat(due(160)).hasSize(1);
    }

    @Test
    void labelsComeFromTheSeriesTheRuleAndItsName() {
        seen(0, "a");
        assertThat(states.alerts().getFirst().labels())
                .isEqualTo(Labels.of(Map.of("alertname", "Down", "instance", "a", "severity", "x-eu")));
        assertThat(states.alerts().getFirst().annotations()).containsEntry("summary", "a is 7");
    }

    @Test
    void twoAlertsOfTheSameLabelsAreAnError() {
        AlertStates same = states("labels: {instance: all}");
        assertThatThrownBy(() -> same.evaluate(elements("a", "b"), START))
                .hasMessage("vector contains metrics with the same labelset after applying alert labels");
    }

    private void seen(int second, String... instances) {
        states.evaluate(elements(instances), START.plusSeconds(second));
    }

    private List<ActiveAlert> due(int second) {
        return states.due(START.plusSeconds(second), RESEND, VALID);
    }

    private List<AlertPhase> phases() {
        return states.alerts().stream().map(ActiveAlert::phase).toList();
    }

    private static List<Value.Element> elements(String... instances) {
        return Stream.of(instances)
                .map(instance -> new Value.Element(
                        Labels.of(Map.of("__name__", "up", "instance", instance)), START.toEpochMilli(), 7))
                .toList();
    }

    private static AlertStates states(String more) {
        String labels = more.startsWith("labels") ? more : "labels: {severity: 'x-{{ $externalLabels.cluster }}'}";
        RuleGroup group = RuleFile.parse(
                        "t.yml", """
                groups:
                  - name: g
                    rules:
                      - alert: Down
                        expr: 1
                        %s
                        %s
                        annotations: {summary: '{{ $labels.instance }} is {{ $value }}'}
                """.formatted(labels, more.startsWith("labels") ? "" : more), Duration.ofSeconds(15))
                .getFirst();
        return new AlertStates((Rule.Alerting) group.rules().getFirst(), Labels.of(Map.of("cluster", "eu")));
    }
}
