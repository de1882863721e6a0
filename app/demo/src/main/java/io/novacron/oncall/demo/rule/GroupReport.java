package io.novacron.oncall.demo.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a group did when it was evaluated last: {@code at} that time, in so many {@code seconds}. */
public record GroupReport(
        RuleGroup group,
        List<RuleReport> rules,
        double seconds,
        @Nullable Instant at) {

    public GroupReport {
        rules = List.copyOf(rules);
    }
}
