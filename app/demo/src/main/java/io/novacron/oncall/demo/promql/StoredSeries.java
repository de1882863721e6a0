package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import org.jspecify.annotations.Nullable;

/** One series of a store. Times are epoch milliseconds; a staleness marker is {@link Stale#MARKER}. Any thread. */
public interface StoredSeries {

    /** With the metric's name as {@code __name__}. */
    Labels labels();

    /** Samples with {@code from < time <= to} in order of time, staleness markers included. */
    Samples within(long fromExclusive, long toInclusive);

    /** The newest sample with {@code from < time <= to}, a staleness marker included; null without one. */
    @Nullable
    Sample newest(long fromExclusive, long toInclusive);

    /** Parallel arrays; nobody changes or compares them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Samples(long[] times, double[] values) {

        public static final Samples NONE = new Samples(new long[0], new double[0]);
    }

    record Sample(long time, double value) {}
}
