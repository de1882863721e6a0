package io.novacron.oncall.views.fx;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Calls back once a second on the JavaFX thread while a node is on a window that shows. What it moves is drawn by that
/// very thread, so a window that froze is seen to stand still (reliability guide F109).
///
/// All callbacks of a second come one after the other, and so in one frame. An animation would do as well, but it wakes
/// the JavaFX thread sixty times a second for the one time that counts.
public final class Heartbeat {
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("oncall-heartbeat").factory());
    private static final AtomicBoolean QUEUED = new AtomicBoolean();
    /// Touched on the JavaFX thread only.
    private static final Set<Runnable> BEATS = new LinkedHashSet<>();

    static {
        var _ = TIMER.scheduleAtFixedRate(Heartbeat::second, 1, 1, TimeUnit.SECONDS);
    }

    private Heartbeat() {}

    /// Begins with the node's window and ends with it. FX thread only.
    public static void of(Node node, Runnable beat) {
        node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(showing -> {
                    if (showing) {
                        beat.run();
                        BEATS.add(beat);
                    } else {
                        BEATS.remove(beat);
                    }
                });
    }

    /// A second that the JavaFX thread has not come round to yet is not asked for twice.
    private static void second() {
        if (QUEUED.compareAndSet(false, true)) {
            Fx.later(() -> {
                QUEUED.set(false);
                List.copyOf(BEATS).forEach(Fx::later); // each for itself: one that fails stops no other
            });
        }
    }
}
