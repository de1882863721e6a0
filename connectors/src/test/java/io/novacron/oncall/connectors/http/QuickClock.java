package io.novacron.oncall.connectors.http;

import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Real time, but nobody sleeps: what was asked for is written down. */
final class QuickClock implements Clock {

    final List<Duration> sleeps = new CopyOnWriteArrayList<>();

    @Override
    public Instant now() {
        return Clock.system().now();
    }

    @Override
    public long nanos() {
        return Clock.system().nanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        sleeps.add(duration);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
