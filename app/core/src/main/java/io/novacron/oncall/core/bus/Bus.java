package io.novacron.oncall.core.bus;

import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers that something changed, one event after the other on one thread. A subscriber that throws is logged and
 * counted, and the others still hear the event. Any thread.
 */
public final class Bus implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bus.class);

    private final ExecutorService dispatcher = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("oncall-bus").daemon().factory());
    private final AtomicLong faults = new AtomicLong();
    private final AtomicLong unheard = new AtomicLong();
    private final EventBus events = new AsyncEventBus(dispatcher, (thrown, context) -> {
        faults.incrementAndGet();
        LOG.error("A subscriber of {} failed", context.getEvent(), thrown);
    });

    public Bus() {
        events.register(new Unheard());
    }

    public void publish(OncallEvent event) {
        try {
            events.post(event);
        } catch (RejectedExecutionException closed) {
            LOG.debug("{} came after the end", event, closed);
        }
    }

    /** Calls {@code listener} on the bus thread for each event of this type; it must return quickly. */
    public <E extends OncallEvent> Subscription subscribe(Class<E> type, Consumer<? super E> listener) {
        Ear<E> ear = new Ear<>(type, listener);
        events.register(ear);
        return () -> events.unregister(ear);
    }

    /** How many times a subscriber threw. */
    public long faults() {
        return faults.get();
    }

    /** How many events nobody listens to; not zero means a wiring fault. */
    public long unheard() {
        return unheard.get();
    }

    @Override
    public void close() {
        dispatcher.shutdownNow();
    }

    private static final class Ear<E extends OncallEvent> {

        private final Class<E> type;
        private final Consumer<? super E> listener;

        Ear(Class<E> type, Consumer<? super E> listener) {
            this.type = type;
            this.listener = listener;
        }

        @Subscribe
        public void hear(OncallEvent event) {
            if (type.isInstance(event)) {
                listener.accept(type.cast(event));
            }
        }
    }

    private final class Unheard {

        @Subscribe
        public void hear(DeadEvent dead) {
            unheard.incrementAndGet();
            LOG.debug("Nobody listens to {}", dead.getEvent());
        }
    }
}
