package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.PromQlException;
import io.novacron.oncall.demo.promql.Stale;
import io.novacron.oncall.demo.promql.StoredSeries.Sample;
import io.novacron.oncall.demo.promql.StoredSeries.Samples;
import io.novacron.oncall.demo.promql.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a recording rule would have recorded before the estate was opened, computed when it is read: one sample a minute (or per
 * interval of the group, if that is longer), not one per evaluation. A read of more than two hours evaluates the rule each
 * quarter of an hour, of more than a day each hour, of more than a week every four hours, besides every five minutes of an
 * incident, and draws straight lines in between: outside incidents nothing moves but the daily load and its noise. Any thread.
 */
final class PastRecording {

    static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long INCIDENT = 5 * MINUTE;
    private static final int KEPT = 2_000;
    private static final int PROBES = 4;

    private final Rule.Recording rule;
    private final Evaluation evaluation;
    private final Past past;
    private final long step;
    private final Map<Labels, Integer> indices = new LinkedHashMap<>();

    /** By time: the value of each series by its index, a staleness marker where it has none. */
    private final Map<Long, double[]> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, double[]> eldest) {
            return size() > KEPT;
        }
    };

    PastRecording(Rule.Recording rule, Duration interval, Evaluation evaluation, Past past) {
        step = Math.max(MINUTE, interval.toMillis());
        this.rule = rule;
        this.evaluation = evaluation;
        this.past = past;
    }

    /** The series that were there at some moments between the two, and at others asked before, with their indices. */
    synchronized Map<Labels, Integer> series(long from, long to) {
        long start = Math.max(from, past.since());
        for (int i = 0; i <= PROBES && start <= to; i++) {
            at(slot(start + (to - start) / PROBES * i));
        }
        for (Span incident : past.incidents().get()) {
            if (incident.touches(start, to)) {
                at(slot(Math.max(start, Math.min(to, (incident.from() + incident.to()) / 2))));
            }
        }
        return new LinkedHashMap<>(indices);
    }

    synchronized @Nullable Sample newest(int index, long after, long to) {
        for (long time = slot(to); time > Math.max(after, past.since()); time -= step) {
            if (!past.asleep().test(time)) {
                double value = value(at(time), index);
                return Stale.is(value) ? null : new Sample(time, value);
            }
        }
        return null;
    }

    synchronized Samples within(int index, long after, long to) {
        long first = slot(Math.max(after, past.since())) + step;
        long last = slot(to);
        if (first > last) {
            return Samples.NONE;
        }
        long[] anchors = anchors(first, last);
        int count = (int) ((last - first) / step) + 1;
        long[] times = new long[count];
        double[] values = new double[count];
        int size = 0;
        int next = 0;
        boolean there = false;
        for (long time = first; time <= last; time += step) {
            while (next < anchors.length - 1 && anchors[next + 1] <= time) {
                next++;
            }
            double value = between(index, anchors, next, time);
            if (past.asleep().test(time) || (Stale.is(value) && !there)) {
                continue;
            }
            there = !Stale.is(value);
            times[size] = time;
            values[size++] = value;
        }
        return new Samples(Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }

    private double between(int index, long[] anchors, int left, long time) {
        double before = value(at(anchors[left]), index);
        if (time == anchors[left] || left + 1 == anchors.length || Stale.is(before)) {
            return before;
        }
        double after = value(at(anchors[left + 1]), index);
        double share = (double) (time - anchors[left]) / (anchors[left + 1] - anchors[left]);
        return Stale.is(after) ? before : before + (after - before) * share;
    }

    /** The minutes to evaluate at, both ends among them. */
    private long[] anchors(long first, long last) {
        long usual = Math.max(step, spacing(last - first));
        List<Span> incidents = past.incidents().get();
        List<Long> anchors = new ArrayList<>();
        anchors.add(first);
        long grain = Math.min(usual, INCIDENT);
        for (long time = (first / grain + 1) * grain; time < last; time += grain) {
            long moment = time;
            if (time % usual == 0 || incidents.stream().anyMatch(incident -> incident.holds(moment))) {
                anchors.add(time);
            }
        }
        if (last > first) {
            anchors.add(last);
        }
        return anchors.stream().mapToLong(Long::longValue).toArray();
    }

    private static long spacing(long span) {
        if (span <= 2 * HOUR) {
            return MINUTE;
        }
        if (span <= DAY) {
            return 15 * MINUTE;
        }
        return span <= 7 * DAY ? HOUR : 4 * HOUR;
    }

    private double[] at(long slot) {
        double[] values = known.get(slot);
        if (values == null) {
            values = computed(slot);
            known.put(slot, values);
        }
        return values;
    }

    private double[] computed(long slot) {
        List<Value.Element> elements;
        try {
            elements = Elements.of(evaluation.instant(rule.expression(), slot));
        } catch (PromQlException | RuleEvaluationException e) {
            return new double[0];
        }
        int[] places = new int[elements.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = indices.computeIfAbsent(labels(rule, elements.get(i).labels()), _ -> indices.size());
        }
        double[] values = new double[indices.size()];
        Arrays.fill(values, Stale.MARKER);
        for (int i = 0; i < places.length; i++) {
            values[places[i]] = elements.get(i).value();
        }
        return values;
    }

    private static double value(double[] values, int index) {
        return index < values.length ? values[index] : Stale.MARKER;
    }

    private long slot(long time) {
        return Math.floorDiv(time, step) * step;
    }

    /** The labels of the series that an element of the rule's result becomes. */
    static Labels labels(Rule.Recording rule, Labels element) {
        Map<String, String> labels = new TreeMap<>(element.byName());
        labels.putAll(rule.labels());
        labels.values().removeIf(String::isEmpty);
        labels.put("__name__", rule.name());
        return Labels.of(labels);
    }
}
