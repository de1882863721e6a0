package io.novacron.oncall.demo.estate;

import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets time pass for the backends: first the past in steps, then second by second. */
final class Heart implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Backends backends;
    private final Supplier<World> world;
    private final EstateClock clock;
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    Heart(Backends backends, Supplier<World> world, EstateClock clock) {
        this.backends = backends;
        this.world = world;
        this.clock = clock;
    }

    /** Lives through the time from {@code past.start()} until now, on the calling thread. */
    void catchUp(Past past) {
        for (Instant at = past.start(); at.isBefore(clock.present()); at = at.plus(past.step())) {
            clock.move(at);
            backends.tick(world.get(), at);
        }
        clock.live();
        backends.begin(clock.now());
    }

    /** From now on every second, until closed. */
    void beat() {
        thread.execute(() -> {
            try {
                while (!closed) {
                    once();
                    clock.sleep(SECOND);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** One fault must not stop the estate; the next second may be better. */
    private void once() {
        try {
            backends.live(world.get(), clock.now());
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("A second of the estate failed", e);
            }
        }
    }

    /** Returns once nothing beats any more. */
    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
        thread.close();
    }
}
