package io.novacron.oncall.views.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/// Starts JavaFX once per test JVM and runs code on its thread.
public final class Toolkit {
    private static final CountDownLatch STARTED = new CountDownLatch(1);

    static {
        // the robot would throw in one test what happened on the JavaFX thread during another
        WaitForAsyncUtils.autoCheckException = false;
        Platform.startup(STARTED::countDown);
        Platform.setImplicitExit(false);
    }

    private Toolkit() {}

    /// What `work` returned on the JavaFX thread; what it threw becomes an [AssertionError].
    public static <T> T call(Callable<T> work) {
        var task = new FutureTask<>(work);
        try {
            if (Platform.isFxApplicationThread()) {
                return work.call();
            }
            if (!STARTED.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("JavaFX did not start");
            }
            Platform.runLater(task);
            return task.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError error) {
                throw error;
            }
            throw new AssertionError(e.getCause());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Runs `work` on the JavaFX thread and waits for its end.
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
