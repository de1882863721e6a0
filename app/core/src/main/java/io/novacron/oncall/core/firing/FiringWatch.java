package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.poll.Poller;
import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Looks again and again for alerts that reach no Alertmanager, and holds what it found. Any thread. */
public final class FiringWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Poller poller;
    private final SecondLook second = new SecondLook();
    private volatile List<Unpaged> unpaged = List.of();

    public FiringWatch(FiringDesk desk, Monitor monitor, Clock clock, RandomGenerator random) {
        poller = new Poller(
                "unpaged",
                () -> {
                    unpaged = second.confirm(
                            desk.unpaged(monitor.metrics(), monitor.alerts(), monitor.statuses()), clock.now());
                    return true;
                },
                EVERY,
                clock,
                random);
    }

    public void start() {
        poller.start();
    }

    /** Looks at once instead of at its next turn, if it was started. */
    public void lookNow() {
        poller.now();
    }

    /** The oldest first; empty before the first look. */
    public List<Unpaged> unpaged() {
        return unpaged;
    }

    @Override
    public void close() {
        poller.close();
    }
}
