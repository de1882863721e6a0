package io.novacron.oncall.demo.elasticsearch;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.log.LogBook;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the log book into the index: the newest minutes at once, the hours and days before them in the background, new lines
 * as time passes. The further back, the smaller the share of ordinary lines.
 */
public final class LogIndexer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogIndexer.class);

    private static final long HOUR = 3_600;
    private static final long AT_ONCE = 5 * 60;
    private static final long STEP = 5 * 60;
    private static final long PAST = 30 * 24 * HOUR;
    /** So many times the time spent on a step is left to others before the next; less for the hour that is looked at first. */
    private static final int PATIENCE = 9;

    private final LogBook book;
    private final LogIndex index;
    private final Clock clock;
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private volatile double progress;
    private long next;

    public LogIndexer(LogBook book, LogIndex index, Clock clock) {
        this.book = book;
        this.index = index;
        this.clock = clock;
    }

    /** Indexes the minutes before {@code now}, then returns; the rest of the past follows in the background. */
    public void start(Instant now) {
        next = now.getEpochSecond();
        long first = next - AT_ONCE;
        index.add(book.lines(first, next, 1));
        index.refresh();
        thread.execute(() -> past(first, next - PAST));
    }

    /** Adds what was logged since the tick before, up to the second before {@code now}. Never called by two threads at once. */
    public void tick(Instant now) {
        long until = now.getEpochSecond();
        if (until > next) {
            index.add(book.lines(next, until, 1));
            if (Math.floorDiv(until, HOUR) > Math.floorDiv(next, HOUR)) {
                index.expire(now);
            }
            next = until;
        }
        index.refresh();
    }

    /** How much of the past is in, 0 to 1. */
    public double progress() {
        return progress;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void past(long newest, long oldest) {
        long lines = 0;
        try {
            for (long to = newest; to > oldest; to -= STEP) {
                long age = newest - to;
                long start = clock.nanos();
                int added = step(Math.max(oldest, to - STEP), to, share(age));
                lines += added;
                long spent = clock.nanos() - start;
                progress = (double) age / (newest - oldest);
                clock.sleep(Duration.ofNanos(spent * (age < HOUR ? 1 : PATIENCE)));
            }
            progress = 1;
            LOG.info("{} lines of the past are indexed", lines);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int step(long from, long to, double share) {
        var lines = book.lines(from, to, share);
        index.add(lines);
        index.refresh();
        return lines.size();
    }

    /** Of the seconds at that age those whose ordinary lines are kept. */
    private static double share(long age) {
        if (age < HOUR) {
            return 1;
        }
        if (age < 6 * HOUR) {
            return 0.2;
        }
        if (age < 24 * HOUR) {
            return 0.08;
        }
        return age < 7 * 24 * HOUR ? 0.016 : 0.007;
    }
}
