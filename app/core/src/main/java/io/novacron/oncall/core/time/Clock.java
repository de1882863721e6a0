package io.novacron.oncall.core.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Time as the program sees it. Nothing outside this package reads a clock of the JDK or sleeps, so that tests and the
 * estate can run time by hand.
 */
public interface Clock {

    /** Wall time, for showing and for comparing with times of the backends. It may jump. */
    Instant now();

    /** A monotonic reading in nanoseconds with an arbitrary origin, for measuring how long something took. */
    long nanos();

    /** Waits for {@code duration} of this clock; an interrupt ends the wait. */
    void sleep(Duration duration) throws InterruptedException;

    /** The clock of this machine. */
    static Clock system() {
        return SystemClock.INSTANCE;
    }
}
