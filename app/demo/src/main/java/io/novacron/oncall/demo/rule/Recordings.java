package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.promql.StoredSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** All that the recording rules of a replica made: the newest hours as they were recorded, the time before computed. Any thread. */
final class Recordings {

    /** What was recorded longer ago is forgotten and computed again if anybody asks. */
    private static final long RETENTION = 120 * PastRecording.MINUTE;

    private final Map<String, List<PastRecording>> past = new TreeMap<>();
    private final Map<String, Map<Labels, RecordedSeries>> live = new ConcurrentHashMap<>();
    /** When the rules of a name were first and last evaluated. */
    private final Map<String, Span> evaluated = new ConcurrentHashMap<>();

    Recordings(List<RuleGroup> groups, Evaluation evaluation, Past past) {
        for (RuleGroup group : groups) {
            for (Rule.Recording rule : group.all(Rule.Recording.class)) {
                this.past
                        .computeIfAbsent(rule.name(), _ -> new ArrayList<>())
                        .add(new PastRecording(rule, group.interval(), evaluation, past));
            }
        }
    }

    boolean has(String name) {
        return past.containsKey(name);
    }

    /** A rule of that name is evaluated now, whatever comes of it. */
    void evaluated(String name, long time) {
        evaluated.merge(name, new Span(time, time), (before, now) -> new Span(before.from(), now.to()));
    }

    void append(Labels labels, long time, double value) {
        live.computeIfAbsent(labels.get("__name__"), _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(labels, _ -> new RecordedSeries(labels, 2 * RETENTION))
                .append(time, value);
    }

    List<StoredSeries> select(List<LabelMatcher> matchers, long from, long to) {
        List<StoredSeries> found = new ArrayList<>();
        past.forEach((name, rules) -> {
            if (matchers.stream()
                    .filter(one -> one.name().equals("__name__"))
                    .allMatch(one -> one.accepts().test(name))) {
                long border = border(name);
                Map<Labels, BorderedSeries> series = new LinkedHashMap<>();
                if (from < border) {
                    for (PastRecording rule : rules) {
                        rule.series(from, Math.min(to, border - 1))
                                .forEach((labels, index) -> series.putIfAbsent(
                                        labels, new BorderedSeries(labels, border, null, rule, index)));
                    }
                }
                live.getOrDefault(name, Map.of())
                        .forEach((labels, recorded) -> series.merge(
                                labels,
                                new BorderedSeries(labels, border, recorded, null, 0),
                                (old, _) -> old.with(recorded)));
                series.forEach((labels, one) -> {
                    if (matchers.stream().allMatch(matcher -> matcher.matches(labels))) {
                        found.add(one);
                    }
                });
            }
        });
        return found;
    }

    /** From here on samples are read as they were recorded. */
    private long border(String name) {
        Span span = evaluated.get(name);
        return span == null ? Long.MAX_VALUE : Math.max(span.from(), span.to() - RETENTION);
    }
}
