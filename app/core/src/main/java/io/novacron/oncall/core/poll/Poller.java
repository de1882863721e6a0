package io.novacron.oncall.core.poll;

import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one job again and again on a virtual thread of its own: never over itself, with a jitter of a tenth of the interval,
 * less often after three failures in a row, at once when asked. It waits a fixed delay after each run, so that a machine
 * which slept makes up for nothing: the first run after waking comes within three seconds.
 */
public final class Poller implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Duration SLICE = Duration.ofSeconds(3);
    private static final int PATIENCE = 3;

    private final String name;
    private final BooleanSupplier job;
    private final Duration every;
    private final Clock clock;
    private final RandomGenerator random;

    private @Nullable Thread thread;
    private boolean waiting;
    private boolean asked;
    private boolean closed;
    private int failures;

    /** Makes a poller that rests; {@code job} is one run, false if it failed. What it throws is logged and counts as a failure. */
    public Poller(String name, BooleanSupplier job, Duration every, Clock clock, RandomGenerator random) {
        this.name = name;
        this.job = job;
        this.every = every;
        this.clock = clock;
        this.random = random;
    }

    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("oncall-poll-" + name).start(this::loop);
        }
    }

    /** Runs as soon as the run in hand, if any, has ended; once, however often it is asked. */
    public synchronized void now() {
        asked = true;
        if (waiting && thread != null) {
            thread.interrupt();
        }
    }

    /** Ends the loop; a run in hand is interrupted. */
    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void loop() {
        while (!over()) {
            boolean good = false;
            try {
                good = job.getAsBoolean();
            } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
                LOG.error("Polling {} failed in our own code", name, e);
            }
            failures = good ? 0 : failures + 1;
            pause(delay());
        }
    }

    /** After three failures in a row 5 s, doubling to 60 s, but never more often than the interval (reliability guide §2). */
    private Duration delay() {
        Duration base = every;
        if (failures >= PATIENCE) {
            Duration backOff = Duration.ofSeconds(5L << Math.min(failures - PATIENCE, 4));
            backOff = backOff.compareTo(MOST) > 0 ? MOST : backOff;
            base = backOff.compareTo(every) > 0 ? backOff : every;
        }
        return base.plusMillis(random.nextLong(base.toMillis() / 10 + 1));
    }

    private void pause(Duration delay) {
        synchronized (this) {
            if (asked || closed) {
                asked = false;
                return;
            }
            waiting = true;
        }
        try {
            waitOnWallAndMonotonicClock(delay);
        } catch (InterruptedException poked) {
            LOG.trace("{} is asked for at once", name, poked);
        } finally {
            synchronized (this) {
                waiting = false;
                asked = false;
                Thread.interrupted();
            }
        }
    }

    /** Monotonic time may stand still while the machine sleeps, so the wait is cut into slices and the wall clock is asked too. */
    private void waitOnWallAndMonotonicClock(Duration delay) throws InterruptedException {
        long endNanos = clock.nanos() + delay.toNanos();
        var endWall = clock.now().plus(delay);
        while (true) {
            Duration left = Duration.ofNanos(endNanos - clock.nanos());
            if (left.isNegative() || left.isZero() || clock.now().isAfter(endWall)) {
                return;
            }
            clock.sleep(left.compareTo(SLICE) < 0 ? left : SLICE);
        }
    }

    private synchronized boolean over() {
        return closed;
    }
}
