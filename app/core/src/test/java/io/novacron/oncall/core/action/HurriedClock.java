package io.novacron.oncall.core.action;

import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A clock on which every sleep is over at once and time has passed. */
final class HurriedClock implements Clock {

    private Instant now = Instant.parse("2026-11-22T03:00:00Z");
    private long nanos;

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        now = now.plus(duration);
        nanos += duration.toNanos();
    }
}
