package io.novacron.oncall.demo.rule;

import io.novacron.oncall.demo.promql.Stale;
import io.novacron.oncall.demo.promql.StoredSeries.Samples;
import java.util.Arrays;

/**
 * One life of an alert as {@code ALERTS} and {@code ALERTS_FOR_STATE} have it: a sample every {@code step} from {@code first}
 * to {@code last}. Epoch milliseconds.
 *
 * @param activeAt when it became pending; earlier than {@code first} after a restart
 * @param fired the first sample that fires; {@link Long#MAX_VALUE} if none does
 * @param ended a staleness marker follows the last sample
 */
record AlertRun(long activeAt, long first, long fired, long last, long step, boolean ended) {

    static final long NEVER = Long.MAX_VALUE;

    /** The three series that one run appears in. */
    enum Series {
        PENDING,
        FIRING,
        FOR_STATE
    }

    boolean has(Series series) {
        return switch (series) {
            case PENDING -> fired > first;
            case FIRING -> fired <= last;
            case FOR_STATE -> true;
        };
    }

    boolean touches(long from, long to) {
        return first <= to && last + step > from;
    }

    AlertRun until(long time, boolean fires) {
        return new AlertRun(activeAt, first, fires ? Math.min(fired, time) : fired, time, step, false);
    }

    AlertRun end() {
        return new AlertRun(activeAt, first, fired, last, step, true);
    }

    /** What the series has of this run with {@code after < time <= to}. */
    Samples samples(Series series, long after, long to) {
        if (!has(series)) {
            return Samples.NONE;
        }
        long from = series == Series.FIRING ? fired : first;
        long end = series == Series.PENDING ? Math.min(last, fired - step) : last;
        boolean stale = ended || end < last;
        long begin = after < from ? from : from + ((after - from) / step + 1) * step;
        long finish = Math.min(to, stale ? end + step : end);
        if (begin > finish) {
            return Samples.NONE;
        }
        int count = (int) ((finish - begin) / step) + 1;
        long[] times = new long[count];
        double[] values = new double[count];
        Arrays.fill(values, series == Series.FOR_STATE ? (double) Math.floorDiv(activeAt, 1000L) : 1);
        for (int i = 0; i < count; i++) {
            times[i] = begin + i * step;
        }
        if (times[count - 1] > end) {
            values[count - 1] = Stale.MARKER;
        }
        return new Samples(times, values);
    }
}
