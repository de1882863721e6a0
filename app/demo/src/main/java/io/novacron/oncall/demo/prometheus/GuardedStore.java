package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.promql.SeriesStore;
import io.novacron.oncall.demo.promql.StoredSeries;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What one query reads, until its time is up or it has read more samples than a query may. The store can compute any time,
 * but nothing that is still to come has been scraped yet.
 */
final class GuardedStore implements SeriesStore {

    /** As {@code --query.max-samples}, ten times less than Prometheus' own: all replicas live in one process. */
    static final long MAX_SAMPLES = 5_000_000;

    private final SeriesStore store;
    private final Clock clock;
    private final long end;
    private final long now;
    private final AtomicLong samples = new AtomicLong();

    GuardedStore(SeriesStore store, Clock clock, long timeoutMillis) {
        this.store = store;
        this.clock = clock;
        end = clock.nanos() + timeoutMillis * 1_000_000;
        now = clock.now().toEpochMilli();
    }

    @Override
    public List<StoredSeries> select(List<LabelMatcher> matchers, long fromMillis, long toMillis) {
        read(0);
        return store.select(matchers, fromMillis, Math.min(toMillis, now)).stream()
                .<StoredSeries>map(Guarded::new)
                .toList();
    }

    private void read(int count) {
        if (clock.nanos() - end > 0 || Thread.currentThread().isInterrupted()) {
            throw ApiError.timeout();
        }
        if (samples.addAndGet(count) > MAX_SAMPLES) {
            throw ApiError.execution("query processing would load too many samples into memory in query execution");
        }
    }

    private final class Guarded implements StoredSeries {

        private final StoredSeries series;

        Guarded(StoredSeries series) {
            this.series = series;
        }

        @Override
        public Labels labels() {
            return series.labels();
        }

        @Override
        public Samples within(long fromExclusive, long toInclusive) {
            Samples found = series.within(fromExclusive, Math.min(toInclusive, now));
            read(found.times().length);
            return found;
        }

        @Override
        public @Nullable Sample newest(long fromExclusive, long toInclusive) {
            read(1);
            return series.newest(fromExclusive, Math.min(toInclusive, now));
        }
    }
}
