package io.novacron.oncall.core.firing;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleBehindTests {

    private static final Alert ALERT = HistoryTests.board(
                    "alertname", "Down", "severity", "critical", "job", "api", "cluster", "eu")
            .alerts()
            .getFirst();

    @Test
    void theRuleHasItsNameAndLabels() {
        Rule warning = UnpagedSearchTests.rule("Down", Duration.ZERO, "severity", "warning");
        Rule critical =
                UnpagedSearchTests.rule("Down", Duration.ZERO, "severity", "critical", "job", "{{ $labels.x }}");
        Rule other = UnpagedSearchTests.rule("Slow", Duration.ZERO, "severity", "critical");
        MetricAnswer answer = new MetricAnswer("", List.of(warning, critical, other), List.of(), List.of());
        assertThat(RuleBehind.of(ALERT, Map.of("prom", answer))).containsExactly(new RuleBehind("prom", critical));
    }

    @Test
    void aSeriesOfAnotherInstanceDoesNotConcernTheAlert() {
        assertThat(RuleBehind.concerns(HistoryTests.series(List.of(), "job", "api", "__name__", "up"), ALERT))
                .isTrue();
        assertThat(RuleBehind.concerns(HistoryTests.series(List.of(), "job", "db"), ALERT))
                .isFalse();
    }
}
