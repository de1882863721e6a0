package io.novacron.oncall.demo.elasticsearch;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.log.LogBook;
import io.novacron.oncall.demo.log.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
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
    private static final int CHUNK = 500;
    private static final long AT_ONCE = 3 * 60;
    /** Seconds of new lines that are held in memory at a time. */
    private static final long AT_A_TIME = 60;

    private static final long PAST = 30 * 24 * HOUR;
    /**
     * How the past is gone through.
     *
     * @param until the age, in seconds, at which the next stage begins
     * @param step seconds at a time
     * @param share of the seconds whose ordinary lines are kept
     * @param patience so many times what a step took is left to others before the next
     */
    private record Stage(long until, long step, double share, int patience) {

        private static final List<Stage> ALL = List.of(
                new Stage(HOUR, 120, 1, 3),
                new Stage(6 * HOUR, HOUR / 4, 0.12, 9),
                new Stage(24 * HOUR, HOUR, 0.05, 9),
                new Stage(7 * 24 * HOUR, 4 * HOUR, 0.011, 9),
                new Stage(PAST + HOUR, 12 * HOUR, 0.004, 9));

        static Stage at(long age) {
            return ALL.stream().filter(stage -> age < stage.until).findFirst().orElseThrow();
        }
    }

    private final LogBook book;
    private final LogIndex index;
    private final Clock clock;
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<LogLine> later = new PriorityQueue<>(Comparator.comparing(LogLine::time));
    private volatile double progress;
    private volatile boolean closed;
    private volatile long next;

    public LogIndexer(LogBook book, LogIndex index, Clock clock) {
        this.book = book;
        this.index = index;
        this.clock = clock;
    }

    /** Indexes the minutes before {@code now}, then returns; the rest of the past follows in the background. */
    public void start(Instant now) {
        next = now.getEpochSecond();
        long first = next - AT_ONCE;
        arrived(book.lines(first, next, 1), now);
        index.refresh();
        thread.execute(() -> past(first, next - PAST));
    }

    /**
     * Adds what was logged since the tick before, up to the second before {@code now}. Of a longer pause, as when the machine
     * slept, only the newest hour: a night of lines at once would take all memory. Never called by two threads at once.
     */
    public void tick(Instant now) {
        long until = now.getEpochSecond();
        if (until > next) {
            for (long from = Math.max(next, until - HOUR); from < until; from += AT_A_TIME) {
                arrived(book.lines(from, Math.min(until, from + AT_A_TIME), 1), now);
            }
            if (Math.floorDiv(until, HOUR) > Math.floorDiv(next, HOUR)) {
                index.expire(now);
            }
            next = until;
        }
        index.refresh();
    }

    /** What a request writes at its end waits until then. */
    private void arrived(List<LogLine> lines, Instant now) {
        List<LogLine> due = new ArrayList<>();
        synchronized (later) {
            later.addAll(lines);
            for (LogLine line = later.peek(); line != null && !line.time().isAfter(now); line = later.peek()) {
                due.add(later.remove());
            }
        }
        index.add(due);
    }

    /** How much of the past is in, 0 to 1. */
    public double progress() {
        return progress;
    }

    /** Returns once nothing is added any more, so that the index may be closed. */
    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
        thread.close();
    }

    private void past(long newest, long oldest) {
        long lines = 0;
        try {
            long to = newest;
            while (to > oldest) {
                Stage stage = Stage.at(newest - to);
                long from = Math.max(oldest, to - stage.step);
                long start = clock.nanos();
                lines += add(from, to, newest - to, stage.share);
                long spent = clock.nanos() - start;
                to = from;
                progress = (double) (newest - to) / (newest - oldest);
                clock.sleep(Duration.ofNanos(spent * stage.patience));
            }
            LOG.info("{} lines of the past are indexed", lines);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!closed) { // Lucene wraps the interrupt
                throw e;
            }
        }
    }

    private int add(long from, long to, long age, double share) throws InterruptedException {
        List<LogLine> lines = new ArrayList<>();
        for (LogLine line : book.lines(from, to, share)) {
            if (line.time().getEpochSecond() >= next) {
                synchronized (later) {
                    later.add(line);
                }
            } else if (age < line.stream().days() * 24L * HOUR) {
                lines.add(line);
            }
        }
        for (int at = 0; at < lines.size(); at += CHUNK) {
            if (Thread.interrupted()) {
                throw new InterruptedException("closed");
            }
            index.add(lines.subList(at, Math.min(lines.size(), at + CHUNK)));
        }
        index.refresh();
        return lines.size();
    }
}
