package io.novacron.oncall.demo.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rule did when it was evaluated last.
 *
 * @param alerts pending and firing; empty for a recording rule
 * @param health {@code ok}, {@code err}, or {@code unknown} before the first evaluation
 * @param lastError empty unless the health is {@code err}
 * @param seconds that the evaluation took
 * @param at null before the first evaluation
 */
public record RuleReport(
        Rule rule,
        List<ActiveAlert> alerts,
        String health,
        String lastError,
        double seconds,
        @Nullable Instant at) {

    public RuleReport {
        alerts = List.copyOf(alerts);
    }

    /** The worst phase of its alerts. */
    public AlertPhase phase() {
        return alerts.stream()
                .map(ActiveAlert::phase)
                .max(AlertPhase::compareTo)
                .orElse(AlertPhase.INACTIVE);
    }
}
