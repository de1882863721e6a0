package io.novacron.oncall.views.firing;

import io.novacron.oncall.core.firing.RuleBehind;
import io.novacron.oncall.core.metric.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One rule that comes into question, with every Prometheus that evaluates it: replicas load the same file.
///
/// @param evaluated at least one; the rule is the same in all of them but for how its last evaluation went
record Behind(List<RuleBehind> evaluated) {

    private record Sameness(String group, String name, String query, Object holdFor, Object labels) {}

    Behind {
        evaluated = List.copyOf(evaluated);
    }

    /// Puts equal rules together. Where a Prometheus that is set to the cluster of the alert has one, the others are
    /// left
    /// out: their rules made other alerts.
    ///
    /// @param near names of the sources that are set to the alert's cluster
    static List<Behind> of(List<RuleBehind> found, Set<String> near) {
        boolean close = found.stream().anyMatch(one -> near.contains(one.source()));
        Map<Sameness, List<RuleBehind>> same = new LinkedHashMap<>();
        for (RuleBehind one : found) {
            if (!close || near.contains(one.source())) {
                Rule rule = one.rule();
                same.computeIfAbsent(
                                new Sameness(rule.group(), rule.name(), rule.query(), rule.holdFor(), rule.labels()),
                                key -> new ArrayList<>())
                        .add(one);
            }
        }
        return same.values().stream().map(Behind::new).toList();
    }

    Rule rule() {
        return evaluated.getFirst().rule();
    }

    /// The Prometheus to ask for the chart: the first whose last evaluation went well, else the first.
    RuleBehind asked() {
        return evaluated.stream()
                .filter(one -> one.rule().health().equals("ok"))
                .findFirst()
                .orElse(evaluated.getFirst());
    }
}
