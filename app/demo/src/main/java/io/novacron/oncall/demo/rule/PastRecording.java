package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.Evaluation;
import io.novacron.oncall.demo.promql.PromQlException;
import io.novacron.oncall.demo.promql.Stale;
import io.novacron.oncall.demo.promql.StoredSeries.Sample;
import io.novacron.oncall.demo.promql.StoredSeries.Samples;
import io.novacron.oncall.demo.promql.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a recording rule would have recorded before the estate was opened, computed when it is read: one sample a minute, not
 * one per evaluation interval. A read of more than two hours evaluates the rule each quarter of an hour (each hour if it is
 * more than a day) and every five minutes of an incident, and draws straight lines in between: outside incidents nothing
 * moves but the daily load and its noise. Any thread.
 */
final class PastRecording {

    static final long STEP = 60_000;
    private static final long EXACT = 120 * STEP;
    private static final long FINE = 15 * STEP;
    private static final long DAY = 24 * 60 * STEP;
    private static final long COARSE = 60 * STEP;
    private static final long INCIDENT = 5 * STEP;
    private static final int KEPT = 2_000;
    private static final int PROBES = 4;

    private final Rule.Recording rule;
    private final Evaluation evaluation;
    private final Past past;
    private final Map<Labels, Integer> indices = new LinkedHashMap<>();

    /** By minute: the value of each series by its index, a staleness marker where it has none. */
    private final Map<Long, double[]> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, double[]> eldest) {
            return size() > KEPT;
        }
    };

    PastRecording(Rule.Recording rule, Evaluation evaluation, Past past) {
        this.rule = rule;
        this.evaluation = evaluation;
        this.past = past;
    }

    /** The series that were there at some moments between the two, and at others asked before, with their indices. */
    synchronized Map<Labels, Integer> series(long from, long to) {
        long start = Math.max(from, past.since());
        for (int i = 0; i <= PROBES && start <= to; i++) {
            at(minute(start + (to - start) / PROBES * i));
        }
        for (Span incident : past.incidents().get()) {
            if (incident.touches(start, to)) {
                at(minute(Math.max(start, Math.min(to, (incident.from() + incident.to()) / 2))));
            }
        }
        return new LinkedHashMap<>(indices);
    }

    synchronized @Nullable Sample newest(int index, long after, long to) {
        for (long time = minute(to); time > Math.max(after, past.since()); time -= STEP) {
            if (!past.asleep().test(time)) {
                double value = value(at(time), index);
                return Stale.is(value) ? null : new Sample(time, value);
            }
        }
        return null;
    }

    synchronized Samples within(int index, long after, long to) {
        long first = minute(Math.max(after, past.since())) + STEP;
        long last = minute(to);
        if (first > last) {
            return Samples.NONE;
        }
        long[] anchors = anchors(first, last);
        int count = (int) ((last - first) / STEP) + 1;
        long[] times = new long[count];
        double[] values = new double[count];
        int size = 0;
        int next = 0;
        boolean there = false;
        for (long time = first; time <= last; time += STEP) {
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
        long span = last - first;
        long usual = span <= EXACT ? STEP : span <= DAY ? FINE : COARSE;
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

    private double[] at(long minute) {
        double[] values = known.get(minute);
        if (values == null) {
            values = computed(minute);
            known.put(minute, values);
        }
        return values;
    }

    private double[] computed(long minute) {
        List<Value.Element> elements;
        try {
            elements = Elements.of(evaluation.instant(rule.expression(), minute));
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

    private static long minute(long time) {
        return Math.floorDiv(time, STEP) * STEP;
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
