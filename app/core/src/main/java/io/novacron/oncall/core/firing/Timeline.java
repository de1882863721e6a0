package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The moments of a range query, and at which of them something was so. */
record Timeline(Instant start, Instant end, Duration step) {

    /** How many moments there are. */
    int size() {
        return (int) (Duration.between(start, end).toMillis() / step.toMillis()) + 1;
    }

    BitSet moments(Series series) {
        BitSet moments = new BitSet(size());
        for (Point point : series.points()) {
            long millis = Math.round(point.time() * 1000) - start.toEpochMilli();
            int index = Math.toIntExact(Math.round(millis / (double) step.toMillis()));
            if (index >= 0 && index < size()) {
                moments.set(index);
            }
        }
        return moments;
    }

    /** The stretches in which it fired; a hole in what Prometheus knows ends none. */
    List<Run> runs(BitSet firing, BitSet known) {
        List<Run> runs = new ArrayList<>();
        int from = firing.nextSetBit(0);
        while (from >= 0) {
            int to = from;
            int next = firing.nextSetBit(to + 1);
            while (next >= 0 && known.nextSetBit(to + 1) >= next) {
                to = next;
                next = firing.nextSetBit(to + 1);
            }
            int quiet = known.nextSetBit(to + 1);
            runs.add(new Run(moment(from), quiet < 0 ? null : moment(quiet), known.nextSetBit(0) == from));
            from = next;
        }
        return runs;
    }

    /** The share of each part in which it fired, of what is known of the part; NaN where nothing is. */
    List<Double> buckets(BitSet firing, BitSet known, int count) {
        List<Double> buckets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) i * size() / count);
            int to = Math.max(from + 1, (int) ((i + 1L) * size() / count));
            int seen = known.get(from, to).cardinality();
            buckets.add(seen == 0 ? Double.NaN : firing.get(from, to).cardinality() / (double) seen);
        }
        return buckets;
    }

    private Instant moment(int index) {
        return start.plus(step.multipliedBy(index));
    }
}
