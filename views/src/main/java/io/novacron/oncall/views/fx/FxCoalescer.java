package io.novacron.oncall.views.fx;

import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns any number of "something changed" into few updates of the screen: a value is computed on a worker and shown on
/// the JavaFX thread, at most ten times a second unless the user waits for it, never two at once, and once more after
/// the
/// last change.
///
/// One round (wait, compute, show) ends before the next begins, so at most one task is in the JavaFX queue and an older
/// value can never come after a newer one. While hidden nothing is computed; a change that came meanwhile is shown on
/// return. A `compute` or `show` that throws ends its round, not the coalescer; the exception goes to the thread's
/// uncaught-exception handler.
public final class FxCoalescer<T> implements AutoCloseable {
    /// The shortest time between two updates.
    public static final Duration INTERVAL = Duration.ofMillis(100);

    private final Clock clock;
    private final Executor worker;
    private final Supplier<T> compute;
    private final Consumer<T> show;

    private final Object lock = new Object();
    private boolean dirty;
    private boolean running;
    private boolean visible = true;
    private boolean closed;
    private boolean hurried;
    private @Nullable Thread pausing;
    private long earliest;

    /// Begins idle.
    ///
    /// @param worker runs `compute` and the wait before it; it may block, so virtual threads are meant
    public FxCoalescer(Clock clock, Executor worker, Supplier<T> compute, Consumer<T> show) {
        this.clock = clock;
        this.worker = worker;
        this.compute = compute;
        this.show = show;
        this.earliest = clock.nanos();
    }

    /// Something changed. Any thread, any rate; returns at once.
    public void trigger() {
        synchronized (lock) {
            dirty = true;
        }
        startRound();
    }

    /// As [#trigger], for what the user did by hand: it waits for the round under way, but for no interval. Any thread.
    public void hurry() {
        synchronized (lock) {
            dirty = true;
            hurried = true;
            if (pausing != null) {
                pausing.interrupt();
            }
        }
        startRound();
    }

    /// Whether anybody sees the result; it begins visible. Any thread.
    public void visible(boolean now) {
        synchronized (lock) {
            visible = now;
        }
        startRound();
    }

    /// Nothing is computed or shown from now on, not even what is under way. Any thread.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
        }
    }

    private void startRound() {
        synchronized (lock) {
            if (!dirty || running || !wanted()) {
                return;
            }
            running = true;
        }
        worker.execute(this::round);
    }

    private void round() {
        boolean handedOver = false;
        try {
            pause();
            synchronized (lock) {
                if (!wanted()) {
                    return;
                }
                dirty = false;
            }
            T value = compute.get();
            Fx.later(() -> finish(value));
            handedOver = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        } finally {
            if (!handedOver) {
                endRound();
            }
        }
    }

    private void pause() throws InterruptedException {
        long wait;
        synchronized (lock) {
            wait = hurried ? 0 : earliest - clock.nanos();
            pausing = wait > 0 ? Thread.currentThread() : null;
        }
        try {
            if (wait > 0) {
                clock.sleep(Duration.ofNanos(wait));
            }
        } catch (InterruptedException e) {
            synchronized (lock) {
                if (!hurried) {
                    throw e;
                }
            }
        } finally {
            synchronized (lock) {
                pausing = null;
                if (hurried) {
                    Thread.interrupted();
                }
                hurried = false;
            }
        }
    }

    private void finish(T value) {
        try {
            boolean show;
            synchronized (lock) {
                show = wanted();
                dirty |= !show;
            }
            if (show) {
                this.show.accept(value);
            }
        } finally {
            endRound();
        }
    }

    private void endRound() {
        synchronized (lock) {
            running = false;
            earliest = clock.nanos() + INTERVAL.toNanos();
        }
        startRound();
    }

    private boolean wanted() {
        return visible && !closed;
    }
}
