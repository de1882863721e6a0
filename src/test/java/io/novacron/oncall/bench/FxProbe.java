package io.novacron.oncall.bench;

import io.novacron.oncall.core.time.Clock;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/**
 * What the JavaFX thread does: its processor time, how long others wait for it, how long its pulses are; and how full the
 * heap gets meanwhile. Any thread.
 */
final class FxProbe implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(10);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Clock clock;
    private final long fxThread;
    private final AtomicLong longestWait = new AtomicLong();
    private final AtomicLong mostHeap = new AtomicLong();
    private final AtomicLong busiestWait = new AtomicLong();
    private final Map<Long, Long> pulses = new HashMap<>();
    private final RecordingStream recorder = new RecordingStream();
    private volatile boolean over;

    /** Begins to watch; the toolkit must run. */
    FxProbe(Clock clock) throws InterruptedException {
        this.clock = clock;
        fxThread = onFx(() -> Thread.currentThread().threadId());
        recorder.enable("javafx.PulsePhase").withoutThreshold().withoutStackTrace();
        recorder.onEvent("javafx.PulsePhase", this::phase);
        recorder.startAsync();
        Thread.ofPlatform().daemon().name("fx-probe").start(this::watch);
    }

    /** Processor time in ns that the JavaFX thread took until now. */
    long cpu() {
        return THREADS.getThreadCpuTime(fxThread);
    }

    /** The longest time, in ms, that something handed to the JavaFX thread waited. */
    double longestWait() {
        return longestWait.get() / 1e6;
    }

    /** The most processor time, in ms, that the JavaFX thread took while something waited for it. */
    double busiestWait() {
        return busiestWait.get() / 1e6;
    }

    /** The most heap in use at one time, in MiB, garbage that is not collected yet included. */
    double mostHeap() {
        return mostHeap.get() / 1048576.0;
    }

    /**
     * The longest pulse on the JavaFX thread, in ms: style, layout, and the wait for the drawing before it. The recorder stops.
     *
     * @throws java.util.NoSuchElementException where none was recorded: that is no short pulse
     */
    double longestPulse() {
        recorder.stop();
        synchronized (pulses) {
            return pulses.values().stream().mapToLong(Long::longValue).max().orElseThrow() / 1e6;
        }
    }

    @Override
    public void close() {
        over = true;
        recorder.close();
    }

    static <T> T onFx(Callable<T> work) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void phase(RecordedEvent event) {
        if (event.getThread() != null && event.getThread().getJavaThreadId() == fxThread) {
            synchronized (pulses) {
                pulses.merge((long) event.getInt("pulseId"), event.getDuration().toNanos(), Long::sum);
            }
        }
    }

    private void watch() {
        try {
            while (!over) {
                long before = cpu();
                long start = System.nanoTime();
                onFx(() -> true);
                longestWait.accumulateAndGet(System.nanoTime() - start, Math::max);
                busiestWait.accumulateAndGet(cpu() - before, Math::max);
                Runtime runtime = Runtime.getRuntime();
                mostHeap.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
                clock.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
