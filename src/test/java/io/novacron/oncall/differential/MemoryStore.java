package io.novacron.oncall.differential;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.promql.SeriesStore;
import io.novacron.oncall.demo.promql.StoredSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Samples in memory. */
final class MemoryStore implements SeriesStore {

    private final Map<Labels, NavigableMap<Long, Double>> series = new TreeMap<>();

    void put(Labels labels, long time, double value) {
        series.computeIfAbsent(labels, _ -> new TreeMap<>()).put(time, value);
    }

    Map<Labels, NavigableMap<Long, Double>> series() {
        return series;
    }

    @Override
    public List<StoredSeries> select(List<LabelMatcher> matchers, long fromMillis, long toMillis) {
        return series.entrySet().stream()
                .filter(one -> matchers.stream().allMatch(matcher -> matcher.matches(one.getKey())))
                .map(one -> stored(one.getKey(), one.getValue()))
                .toList();
    }

    private static StoredSeries stored(Labels labels, NavigableMap<Long, Double> samples) {
        return new Kept(
                labels,
                samples.keySet().stream().mapToLong(Long::longValue).toArray(),
                samples.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(Labels labels, long[] times, double[] values) implements StoredSeries {

        @Override
        public Samples within(long fromExclusive, long toInclusive) {
            int from = firstAfter(fromExclusive);
            int to = Math.max(from, firstAfter(toInclusive));
            return new Samples(Arrays.copyOfRange(times, from, to), Arrays.copyOfRange(values, from, to));
        }

        @Override
        public @Nullable Sample newest(long fromExclusive, long toInclusive) {
            int at = firstAfter(toInclusive) - 1;
            return at >= 0 && times[at] > fromExclusive ? new Sample(times[at], values[at]) : null;
        }

        private int firstAfter(long time) {
            int at = Arrays.binarySearch(times, time);
            return at < 0 ? -at - 1 : at + 1;
        }
    }
}
