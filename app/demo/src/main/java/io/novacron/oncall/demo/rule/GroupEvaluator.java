package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.PromQlException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One group as one replica evaluates it, at times that are whole intervals apart. One thread ticks, any thread reads the report. */
final class GroupEvaluator {

    private static final double NANOS = 1e9;

    private final RuleGroup group;
    private final long phase;
    private final Evaluation evaluation;
    private final Clock clock;
    private final List<RuleState> states = new ArrayList<>();
    private @Nullable Instant slot;
    private volatile GroupReport report;

    /** @param key spreads the groups of all replicas over their intervals */
    GroupEvaluator(RuleGroup group, int key, Evaluation evaluation, Clock clock) {
        this.group = group;
        this.evaluation = evaluation;
        this.clock = clock;
        phase = Math.floorMod(key, group.interval().toMillis());
        report = unknown();
    }

    GroupReport report() {
        return report;
    }

    /** Forgets all, as the process of a server does when it ends; the next {@link #tick} begins anew. */
    void start(Labels external, Recordings recordings, AlertLog log, boolean again) {
        states.clear();
        slot = null;
        report = unknown();
        for (Rule rule : group.rules()) {
            states.add(
                    switch (rule) {
                        case Rule.Recording recording -> new RuleState.Recorded(recording, recordings);
                        case Rule.Alerting alerting ->
                            new RuleState.Alerting(alerting, external, log, group.interval(), again);
                    });
        }
    }

    /** Evaluates the group if its time has come, and returns the alerts to be sent. Times that were missed are left out. */
    List<DueAlert> tick(Instant now, Duration resendDelay) {
        Instant due = slotAt(now);
        Instant before = slot;
        slot = due;
        return before == null || due.equals(before) ? List.of() : evaluate(due, resendDelay);
    }

    private List<DueAlert> evaluate(Instant at, Duration resendDelay) {
        List<DueAlert> due = new ArrayList<>();
        List<RuleReport> reports = new ArrayList<>();
        long begin = clock.nanos();
        for (int i = 0; i < states.size(); i++) {
            reports.add(evaluate(group.rules().get(i), states.get(i), at));
            if (states.get(i) instanceof RuleState.Alerting alerting) {
                due.addAll(alerting.due(at, resendDelay));
            }
        }
        report = new GroupReport(group, reports, (clock.nanos() - begin) / NANOS, at);
        return due;
    }

    private RuleReport evaluate(Rule rule, RuleState state, Instant at) {
        long begin = clock.nanos();
        String error = "";
        try {
            state.evaluate(evaluation, at);
        } catch (PromQlException | RuleEvaluationException e) {
            error = String.valueOf(e.getMessage());
        }
        List<ActiveAlert> alerts = state.alerts().stream()
                .filter(alert -> alert.phase() != AlertPhase.INACTIVE)
                .toList();
        double seconds = (clock.nanos() - begin) / NANOS;
        return new RuleReport(rule, alerts, error.isEmpty() ? "ok" : "err", error, seconds, at);
    }

    private GroupReport unknown() {
        List<RuleReport> rules = group.rules().stream()
                .map(rule -> new RuleReport(rule, List.of(), "unknown", "", 0, null))
                .toList();
        return new GroupReport(group, rules, 0, null);
    }

    private Instant slotAt(Instant now) {
        long millis = now.toEpochMilli();
        return Instant.ofEpochMilli(
                millis - Math.floorMod(millis - phase, group.interval().toMillis()));
    }
}
