package io.novacron.oncall.bench;

import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The machine's clock, some time later: what would be on its way for that long has arrived, as the proxy knows. */
record LaterClock(Duration later) implements Clock {

    @Override
    public Instant now() {
        return Clock.system().now().plus(later);
    }

    @Override
    public long nanos() {
        return Clock.system().nanos() + later.toNanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Clock.system().sleep(duration);
    }
}
