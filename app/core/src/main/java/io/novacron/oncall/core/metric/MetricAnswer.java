package io.novacron.oncall.core.metric;

import java.util.List;

/** Everything one poll of a Prometheus backend brought. */
public record MetricAnswer(String version, List<Rule> rules, List<RuleAlert> alerts, List<Target> targets) {

    public MetricAnswer {
        rules = List.copyOf(rules);
        alerts = List.copyOf(alerts);
        targets = List.copyOf(targets);
    }
}
