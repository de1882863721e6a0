package io.novacron.oncall.demo.estate;

import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that backends see: while the estate catches up with its own past it is moved by hand, from then on it is that of the
 * clock below. Any thread.
 */
final class EstateClock implements Clock {

    private final Clock clock;
    private volatile @Nullable Instant past;

    EstateClock(Clock clock, Instant start) {
        this.clock = clock;
        past = start;
    }

    @Override
    public Instant now() {
        Instant at = past;
        return at == null ? clock.now() : at;
    }

    @Override
    public long nanos() {
        return clock.nanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        clock.sleep(duration);
    }

    void move(Instant to) {
        past = to;
    }

    /** What is left of the past is over. */
    void live() {
        past = null;
    }

    /** How late it really is. */
    Instant present() {
        return clock.now();
    }
}
