package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.StoredSeries;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a recording rule made of one label set since the estate lives, no older than the retention. Any thread. */
final class RecordedSeries implements StoredSeries {

    private final Labels labels;
    private final long retention;
    private long[] times = new long[16];
    private double[] values = new double[16];
    private int size;

    RecordedSeries(Labels labels, long retentionMillis) {
        this.labels = labels;
        retention = retentionMillis;
    }

    @Override
    public Labels labels() {
        return labels;
    }

    synchronized void append(long time, double value) {
        if (size == times.length) {
            makeRoom(time - retention);
        }
        times[size] = time;
        values[size] = value;
        size++;
    }

    @Override
    public synchronized Samples within(long fromExclusive, long toInclusive) {
        int start = after(fromExclusive);
        int end = after(toInclusive);
        return start >= end
                ? Samples.NONE
                : new Samples(Arrays.copyOfRange(times, start, end), Arrays.copyOfRange(values, start, end));
    }

    @Override
    public synchronized @Nullable Sample newest(long fromExclusive, long toInclusive) {
        int at = after(toInclusive) - 1;
        return at < 0 || times[at] <= fromExclusive ? null : new Sample(times[at], values[at]);
    }

    private void makeRoom(long oldest) {
        int gone = after(oldest);
        int capacity = gone > size / 4 ? times.length : times.length * 2;
        times = Arrays.copyOf(Arrays.copyOfRange(times, gone, size), capacity);
        values = Arrays.copyOf(Arrays.copyOfRange(values, gone, size), capacity);
        size -= gone;
    }

    /** Where the samples after {@code time} begin. */
    private int after(long time) {
        int found = Arrays.binarySearch(times, 0, size, time);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
