package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store of few samples, each series 10 s apart from time 0. */
final class Samples implements SeriesStore {

    static final long INTERVAL = 10_000;
    /** No sample at that time. */
    static final double GAP = Double.longBitsToDouble(0x7ff8000000000abcL);

    private final List<StoredSeries> series = new ArrayList<>();

    Samples with(String name, Map<String, String> labels, double... values) {
        Map<String, String> all = new TreeMap<>(labels);
        all.put("__name__", name);
        series.add(new Line(Labels.of(all), values));
        return this;
    }

    @Override
    public List<StoredSeries> select(List<LabelMatcher> matchers, long fromMillis, long toMillis) {
        return series.stream()
                .filter(one -> matchers.stream().allMatch(matcher -> matcher.matches(one.labels())))
                .toList();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Line(Labels labels, double[] values) implements StoredSeries {

        @Override
        public Samples within(long fromExclusive, long toInclusive) {
            long[] times = new long[values.length];
            double[] found = new double[values.length];
            int size = 0;
            for (int i = 0; i < values.length; i++) {
                boolean gap = Double.doubleToRawLongBits(values[i]) == Double.doubleToRawLongBits(GAP);
                if (!gap && i * INTERVAL > fromExclusive && i * INTERVAL <= toInclusive) {
                    times[size] = i * INTERVAL;
                    found[size++] = values[i];
                }
            }
            return new Samples(Arrays.copyOf(times, size), Arrays.copyOf(found, size));
        }

        @Override
        public @Nullable Sample newest(long fromExclusive, long toInclusive) {
            Samples all = within(fromExclusive, toInclusive);
            int last = all.times().length - 1;
            return last < 0 ? null : new Sample(all.times()[last], all.values()[last]);
        }
    }
}
