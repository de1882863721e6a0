package io.novacron.oncall.views.fx;

import javafx.application.Platform;

/// The only door to the JavaFX thread. What comes often goes through an [FxCoalescer] instead: one call per event
/// drowns the queue.
public final class Fx {
    private Fx() {}

    /// Runs `work` on the JavaFX thread: at once when called there, else after what is queued. Any thread.
    public static void run(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    /// Queues `work` for the JavaFX thread, also when called there. Any thread.
    public static void later(Runnable work) {
        Platform.runLater(work);
    }
}
