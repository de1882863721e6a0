package io.novacron.oncall.core.fetch;

import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.bus.OncallEvent;
import io.novacron.oncall.core.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;

/** What runs in the background for the operator, each of it with a way to cancel. Any thread. */
public final class WorkBoard {

    private record Running(Work work, Future<?> future) {}

    private final Fanout fanout;
    private final Clock clock;
    private final Bus bus;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Running> running = new ConcurrentSkipListMap<>();

    public WorkBoard(Fanout fanout, Clock clock, Bus bus) {
        this.fanout = fanout;
        this.clock = clock;
        this.bus = bus;
    }

    /** Starts {@code task} under a name the operator understands; answers the id to cancel it by. */
    public long start(String what, Runnable task) {
        long id = ids.incrementAndGet();
        Work work = new Work(id, what, clock.now());
        FutureTask<?> future = new FutureTask<>(task, null) {
            @Override
            protected void done() {
                end(id);
            }
        };
        running.put(id, new Running(work, future));
        fanout.start(future);
        bus.publish(new OncallEvent.WorkChanged());
        return id;
    }

    /** Interrupts the task; nothing happens if it has ended. */
    public void cancel(long id) {
        Running task = running.get(id);
        if (task != null) {
            task.future().cancel(true);
        }
    }

    /** Oldest first. */
    public List<Work> running() {
        return running.values().stream().map(Running::work).toList();
    }

    private void end(long id) {
        if (running.remove(id) != null) {
            bus.publish(new OncallEvent.WorkChanged());
        }
    }
}
