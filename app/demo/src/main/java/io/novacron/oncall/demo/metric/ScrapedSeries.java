package io.novacron.oncall.demo.metric;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.metric.page.Series;
import io.novacron.oncall.demo.promql.Stale;
import io.novacron.oncall.demo.promql.StoredSeries;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a replica stored of one series: a sample at each scrape, and one staleness marker where it vanishes.
 *
 * @param always true for what a scrape says of itself, whether or not the target answers
 * @param oldest epoch milliseconds, before which nothing is kept
 */
record ScrapedSeries(Series series, ScrapeTarget target, boolean always, Recording recording, long oldest)
        implements StoredSeries {

    @Override
    public Labels labels() {
        return series.labels();
    }

    @Override
    public Samples within(long fromExclusive, long toInclusive) {
        long step = target.intervalMillis();
        long last = target.notAfter(toInclusive);
        long first = target.notAfter(Math.max(fromExclusive, oldest)) + step;
        if (first > last) {
            return Samples.NONE;
        }
        int most = Math.toIntExact((last - first) / step + 1);
        long[] times = new long[most];
        double[] values = new double[most];
        int size = 0;
        boolean before = alive(first - step);
        for (long time = first; time <= last; time += step) {
            boolean now = alive(time);
            if ((now || before) && recording.at(time)) {
                times[size] = time;
                values[size++] = now ? series.signal().at(time / 1e3) : Stale.MARKER;
            }
            before = now;
        }
        return size == most
                ? new Samples(times, values)
                : new Samples(Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }

    @Override
    public @Nullable Sample newest(long fromExclusive, long toInclusive) {
        long step = target.intervalMillis();
        long from = Math.max(fromExclusive, oldest);
        for (long time = target.notAfter(toInclusive); time > from; time -= step) {
            boolean now = alive(time);
            if ((now || alive(time - step)) && recording.at(time)) {
                return new Sample(time, now ? series.signal().at(time / 1e3) : Stale.MARKER);
            }
        }
        return null;
    }

    private boolean alive(long millis) {
        double time = millis / 1e3;
        return always || (target.up(time) && series.present().test(time));
    }
}
