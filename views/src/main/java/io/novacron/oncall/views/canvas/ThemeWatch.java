package io.novacron.oncall.views.canvas;

import io.novacron.oncall.themes.Theme;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;

/// Tells what is drawn on a canvas that it has to be drawn anew in other colours: its style sheets say nothing to it.
/// FX thread only.
public final class ThemeWatch {
    private ThemeWatch() {}

    /// Runs `changed` whenever the scene of `node` puts on another theme, and when the node comes onto a scene.
    public static void of(Node node, Runnable changed) {
        MapChangeListener<Object, Object> listener = change -> {
            if (Theme.class.equals(change.getKey())) {
                changed.run();
            }
        };
        node.sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.getProperties().removeListener(listener);
            }
            if (now != null) {
                now.getProperties().addListener(listener);
                changed.run();
            }
        });
    }
}
