package io.novacron.oncall.core.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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

    /**
     * Runs all tasks side by side, and waits for some of them only {@code grace} longer than for the others; for all of them
     * where there are no others.
     *
     * @param late which of them, by their place
     * @return in the order of the tasks; empty for one that was not waited for, which is interrupted
     * @throws InterruptedException if the caller is interrupted; the tasks are interrupted too
     */
    public <T> List<Optional<T>> most(List<? extends Callable<T>> tasks, IntPredicate late, Duration grace)
            throws InterruptedException {
        int size = tasks.size();
        if (IntStream.range(0, size).allMatch(late) || IntStream.range(0, size).noneMatch(late)) {
            return this.<T>all(tasks).stream().map(Optional::of).toList();
        }
        List<Future<T>> futures = new ArrayList<>(size);
        tasks.forEach(task -> futures.add(threads.submit(task)));
        try {
            for (int i = 0; i < size; i++) {
                if (!late.test(i)) {
                    futures.get(i).get();
                }
            }
            List<Optional<T>> results = new ArrayList<>(size);
            for (Future<T> future : futures) {
                results.add(within(grace, future));
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task that must not throw did", e.getCause());
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }

    private static <T> Optional<T> within(Duration grace, Future<T> future)
            throws InterruptedException, ExecutionException {
        try {
            return Optional.of(future.get(grace.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
