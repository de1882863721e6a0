package io.novacron.oncall.views.firing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.fetch.OnDemand;
import io.novacron.oncall.core.firing.FiringDesk;
import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Rule;
import io.novacron.oncall.core.metric.Series;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.estate.Estate;
import io.novacron.oncall.views.estate.Shots;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RulePaneTests {
    private final Estate estate = new Estate();

    @AfterEach
    void close() {
        estate.close();
    }

    @Test
    void theRuleStandsThereWithItsLastEvaluationAndWhatItMeasures() throws InterruptedException {
        estate.rules = List.of(rule("rate(errors[5m]) > 0.5", ""));
        estate.ranged = answer("api", "0.25", "0.75");
        RulePane pane = open();
        says(
                pane,
                text -> assertThat(text)
                        .contains(
                                "rate(errors[5m]) > 0.5",
                                "10m",
                                "evaluated 15:29:50 in 3 ms, firing",
                                "MEASURED BY prom-eu")
                        .contains("now 0.75, fires > 0.5")
                        .doesNotContain("rules bear this name"));
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            assertThat(Shots.take("rule", (Region) pane.view(), theme, 480, 700, view -> {})
                            .getWidth())
                    .isEqualTo(480);
        }
    }

    @Test
    void aSeriesOfAnotherAlertIsNotDrawnForThisOne() throws InterruptedException {
        estate.rules = List.of(rule("rate(errors[5m]) > 0.5", ""));
        estate.ranged = answer("db", "7", "8");
        says(
                open(),
                text -> assertThat(text)
                        .contains("It has no series for this alert")
                        .doesNotContain("now 8"));
    }

    @Test
    void aRuleThatFailsSaysWhyAndAnUnansweredChartIsNotEmpty() throws InterruptedException {
        estate.rules = List.of(rule("rate(errors[5m]) > 0.5", "many-to-many matching not allowed"));
        says(
                open(),
                text -> assertThat(text)
                        .contains("failed: many-to-many matching not allowed", "What it measured is not known."));
    }

    @Test
    void severalRulesOfOneNameAreAllShownAndNoneIsClaimed() throws InterruptedException {
        estate.rules = List.of(rule("up == 0", ""), rule("probe == 0", ""));
        says(
                open(),
                text -> assertThat(text)
                        .contains(
                                "2 rules bear this name; which of them made this alert its labels do not tell.",
                                "up == 0")
                        .contains("probe == 0", "Draw this one"));
    }

    @Test
    void noRuleAndNoAnswerAreToldApart() throws InterruptedException {
        says(open(), text -> assertThat(text).contains("No Prometheus of this console has a rule ErrorsHigh"));
        estate.prometheusError = new SourceError.Unreachable("prom-eu", "connection refused");
        says(
                open(),
                text -> assertThat(text)
                        .contains("None that answers has a rule ErrorsHigh", "connection refused")
                        .doesNotContain("No Prometheus of this console"));
    }

    private RulePane open() throws InterruptedException {
        estate.monitor.refreshOnce(estate.fanout);
        var desk = new FiringDesk(estate.metrics(), estate.fanout, estate.clock);
        RulePane pane = Toolkit.call(() -> new RulePane(
                estate.monitor,
                new OnDemand<>(estate.work, "reading the chart of a rule", desk::chart),
                ZoneOffset.UTC));
        Toolkit.run(() -> pane.show(alert(), AlertBoard.EMPTY, Estate.NOW));
        return pane;
    }

    private void says(RulePane pane, ThrowingConsumer<String> assertion) {
        await().untilAsserted(() -> {
            assertThat(estate.work.running()).isEmpty();
            assertion.accept(Toolkit.call(() -> Words.of(pane.view())));
        });
    }

    private static QueryResult answer(String job, String... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Point(Estate.NOW.getEpochSecond() - 30.0 * (values.length - 1 - i), values[i]));
        }
        return new QueryResult(
                QueryResult.Type.MATRIX,
                List.of(new Series(Labels.of(Map.of("job", job)), points)),
                List.of(),
                List.of());
    }

    private static Rule rule(String query, String error) {
        return new Rule(
                "errors",
                "/etc/prometheus/errors.yml",
                "ErrorsHigh",
                "alerting",
                query,
                Duration.ofMinutes(10),
                Labels.of(Map.of("severity", "critical")),
                Map.of(),
                "firing",
                error.isEmpty() ? "ok" : "err",
                error,
                Estate.NOW.minusSeconds(10),
                Duration.ofMillis(3));
    }

    private static Alert alert() {
        Labels labels = Labels.of(Map.of("alertname", "ErrorsHigh", "severity", "critical", "job", "api"));
        return new Alert(
                new AlertKey("eu", labels.fingerprint()),
                labels,
                Map.of(),
                Severity.S1,
                Estate.NOW.minusSeconds(600),
                AlertState.FIRING,
                List.of(),
                List.of(),
                List.of(),
                List.of("on-call"),
                List.of("eu/m:9093"),
                null,
                null,
                "");
    }
}
