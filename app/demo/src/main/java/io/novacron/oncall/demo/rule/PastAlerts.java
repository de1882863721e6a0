package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.promql.PromQlException;
import io.novacron.oncall.demo.promql.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The alerts that fired before the estate was opened, computed when they are first asked for and kept: each rule is evaluated
 * once a minute from the beginning of each past incident until half an hour after its end, if a look every four minutes found
 * anything. What needs no series, as a Watchdog,
 * has always fired; all else was quiet between incidents. Any thread.
 */
final class PastAlerts {

    private static final long STEP = PastRecording.MINUTE;
    private static final long GLANCE = 4 * STEP;
    private static final long AFTER = 30 * STEP;

    private final List<Rule.Alerting> rules;
    private final Evaluation evaluation;
    private final Labels external;
    private final Past past;
    private final Map<Rule.Alerting, AlertLog> logs = new HashMap<>();
    private volatile long until = Long.MAX_VALUE;

    PastAlerts(List<RuleGroup> groups, Evaluation evaluation, Labels external, Past past) {
        rules = groups.stream()
                .flatMap(group -> group.all(Rule.Alerting.class).stream())
                .toList();
        this.evaluation = evaluation;
        this.external = external;
        this.past = past;
    }

    /** From here on alerts are recorded as they happen. */
    void until(long time) {
        until = time;
    }

    List<AlertSeries> select(List<LabelMatcher> matchers, long from, long to) {
        List<AlertSeries> found = new ArrayList<>();
        if (from >= until || until == Long.MAX_VALUE || !AlertLog.named(matchers)) {
            return found;
        }
        for (Rule.Alerting rule : rules) {
            Labels name = Labels.of(Map.of("alertname", rule.name()));
            if (matchers.stream().filter(one -> one.name().equals("alertname")).allMatch(one -> one.matches(name))) {
                found.addAll(log(rule).select(matchers, from, Math.min(to, until - 1)));
            }
        }
        return found;
    }

    private synchronized AlertLog log(Rule.Alerting rule) {
        AlertLog known = logs.get(rule);
        if (known != null) {
            return known;
        }
        AlertLog log = new AlertLog();
        List<Value.Element> always = Constant.elements(rule.expression());
        long first = past.since() + STEP;
        for (Value.Element element : always) {
            log.add(
                    labels(rule, element.labels(), element.value()),
                    new AlertRun(first, first, first, last(until - 1), STEP, false));
        }
        if (always.isEmpty()) {
            past.incidents().get().forEach(incident -> compute(rule, incident, log));
        }
        logs.put(rule, log);
        return log;
    }

    private void compute(Rule.Alerting rule, Span incident, AlertLog log) {
        long first = last(Math.max(incident.from(), past.since()));
        long last = Math.min(last(Math.min(incident.to(), until) + AFTER), last(until - 1));
        if (first > last) {
            return;
        }
        // most rules have nothing to say about most incidents, and a first look is cheaper than a close one
        if (evaluated(rule, first, last, GLANCE).isEmpty()) {
            return;
        }
        for (Value.Series series : evaluated(rule, first, last, STEP)) {
            runs(rule, series, last, log);
        }
    }

    private List<Value.Series> evaluated(Rule.Alerting rule, long first, long last, long step) {
        try {
            return evaluation.range(rule.expression(), first, last, step) instanceof Value.Matrix matrix
                    ? matrix.series()
                    : List.of();
        } catch (PromQlException e) {
            return List.of();
        }
    }

    private void runs(Rule.Alerting rule, Value.Series series, long last, AlertLog log) {
        long[] times = series.times();
        long patience = Math.max(STEP, rule.keepFiring().toMillis());
        int begin = 0;
        for (int i = 1; i <= times.length; i++) {
            boolean over = i == times.length || times[i] - times[i - 1] > STEP;
            if (over) {
                long seen = times[i - 1];
                long fired = times[begin] + (rule.hold().toMillis() + STEP - 1) / STEP * STEP;
                long end = fired <= seen ? Math.min(last, last(seen + patience - 1)) : seen;
                log.add(
                        labels(rule, series.labels(), series.values()[i - 1]),
                        new AlertRun(times[begin], times[begin], fired, end, STEP, end < last));
                begin = i;
            }
        }
    }

    private Labels labels(Rule.Alerting rule, Labels element, double value) {
        return AlertStates.labels(rule, new Template.Context(AlertStates.nameless(element), external, value));
    }

    private static long last(long time) {
        return Math.floorDiv(time, STEP) * STEP;
    }
}
