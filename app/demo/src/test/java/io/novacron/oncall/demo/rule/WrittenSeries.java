package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.promql.SeriesStore;
import io.novacron.oncall.demo.promql.StoredSeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Series whose values a test makes up, with a sample every five seconds. */
final class WrittenSeries implements SeriesStore {

    private static final long EVERY = 5_000;

    private final Map<Labels, StoredSeries> series = new LinkedHashMap<>();

    /** The series has {@code value(epoch seconds)}; where that is a staleness marker it ends. */
    WrittenSeries with(Map<String, String> labels, DoubleUnaryOperator value) {
        series.put(Labels.of(labels), new Computed(Labels.of(labels), value));
        return this;
    }

    @Override
    public List<StoredSeries> select(List<LabelMatcher> matchers, long fromMillis, long toMillis) {
        return series.values().stream()
                .filter(one -> matchers.stream().allMatch(matcher -> matcher.matches(one.labels())))
                .toList();
    }

    private record Computed(Labels labels, DoubleUnaryOperator value) implements StoredSeries {

        @Override
        public Samples within(long fromExclusive, long toInclusive) {
            long first = Math.floorDiv(fromExclusive, EVERY) * EVERY + EVERY;
            int count = (int) Math.max(0, (toInclusive - first) / EVERY + 1);
            long[] times = new long[count];
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                times[i] = first + i * EVERY;
                values[i] = value.applyAsDouble(times[i] / 1e3);
            }
            return new Samples(times, values);
        }

        @Override
        public Sample newest(long fromExclusive, long toInclusive) {
            long time = Math.floorDiv(toInclusive, EVERY) * EVERY;
            return new Sample(time, value.applyAsDouble(time / 1e3));
        }
    }
}
