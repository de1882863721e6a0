package io.novacron.oncall.demo.rule;

import java.time.Duration;
import java.util.List;

/** Rules that are evaluated together, in their order, every {@code interval}. */
public record RuleGroup(String file, String name, Duration interval, List<Rule> rules) {

    public RuleGroup {
        rules = List.copyOf(rules);
    }

    /** The rules of that kind. */
    <R extends Rule> List<R> all(Class<R> kind) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
