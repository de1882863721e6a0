package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.Rule;
import io.novacron.oncall.core.metric.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule that may have made an alert: it has its name, and its own labels are those of the alert.
 *
 * @param source the Prometheus that evaluates it
 */
public record RuleBehind(String source, Rule rule) {

    /** All that come into question, by source; several where rules bear one name, none where no Prometheus has one. */
    public static List<RuleBehind> of(Alert alert, Map<String, MetricAnswer> bySource) {
        List<RuleBehind> found = new ArrayList<>();
        bySource.forEach((source, answer) -> {
            for (Rule rule : answer.rules()) {
                if (rule.kind().equals("alerting") && rule.name().equals(alert.name()) && fits(rule, alert.labels())) {
                    found.add(new RuleBehind(source, rule));
                }
            }
        });
        return found;
    }

    /** What is measured and its limit, where the expression is one comparison; else the expression itself is all there is to draw. */
    public Optional<ComparedExpression> compared() {
        return ComparedExpression.of(rule.query());
    }

    /** True for a series of the expression, or of what it measures, that has no label which the alert has otherwise. */
    public static boolean concerns(Series series, Alert alert) {
        return series.labels().byName().entrySet().stream()
                .allMatch(label -> label.getKey().equals("__name__")
                        || !alert.labels().has(label.getKey())
                        || alert.labels().get(label.getKey()).equals(label.getValue()));
    }

    /** A label with a template in it may become anything. */
    private static boolean fits(Rule rule, Labels labels) {
        return rule.labels().byName().entrySet().stream()
                .allMatch(label -> label.getValue().contains("{{")
                        || !labels.has(label.getKey())
                        || labels.get(label.getKey()).equals(label.getValue()));
    }
}
