package io.novacron.oncall.views.fx;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;

/// Calls back once a second on the JavaFX thread while a node is on a window that shows. What it moves is drawn by that
/// very thread, so a window that froze is seen to stand still (reliability guide F109).
public final class Heartbeat {
    private Heartbeat() {}

    /// Begins with the node's window and ends with it. FX thread only.
    public static void of(Node node, Runnable beat) {
        var timer = new Timeline(new KeyFrame(Duration.seconds(1), event -> beat.run()));
        timer.setCycleCount(Animation.INDEFINITE);
        node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false)
                .subscribe(showing -> {
                    if (showing) {
                        beat.run();
                        timer.play();
                    } else {
                        timer.stop();
                    }
                });
    }
}
