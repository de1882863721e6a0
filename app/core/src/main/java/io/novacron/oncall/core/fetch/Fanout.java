package io.novacron.oncall.core.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Blocking work on virtual threads. Any thread. */
public final class Fanout implements AutoCloseable {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("oncall-fetch-", 0).factory());

    /** Starts one task; an interrupt of its thread cancels what it reads. */
    void start(Runnable task) {
        threads.execute(task);
    }

    /**
     * Runs all tasks side by side and waits for all of them; results in the order of the tasks.
     *
     * @throws InterruptedException if the caller is interrupted; the tasks are interrupted too
     */
    public <T> List<T> all(List<? extends Callable<T>> tasks) throws InterruptedException {
        List<Future<T>> futures = threads.invokeAll(tasks);
        List<T> results = new ArrayList<>(futures.size());
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a task that must not throw did", e.getCause());
            }
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
