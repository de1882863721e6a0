package io.novacron.oncall.desktop.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ctrl-C interrupts the command, which then has two seconds to say how far it came; the process ends with 130 as every
 * program ended by that signal.
 */
final class Cancellation {

    private static final int PATIENCE_SECONDS = 2;

    private final Thread command = Thread.currentThread();
    private final CountDownLatch done = new CountDownLatch(1);

    private Cancellation() {}

    /** Runs {@code command} on the calling thread. */
    static int around(IntSupplier command) {
        Cancellation cancellation = new Cancellation();
        Thread hook = Thread.ofPlatform().name("oncall-cancel").unstarted(cancellation::cancel);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return command.getAsInt();
        } finally {
            cancellation.done.countDown();
            remove(hook);
        }
    }

    private void cancel() {
        command.interrupt();
        try {
            boolean ended = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The hook outlives a command that ends because the process does. */
    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            hook.interrupt();
        }
    }
}
