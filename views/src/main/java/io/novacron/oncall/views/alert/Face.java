package io.novacron.oncall.views.alert;

import java.time.Instant;
import javafx.scene.Node;

/// What one cell shows of a line, made once and kept for the cell's life. FX thread only.
interface Face {
    Node node();

    void show(AlertRow row, Instant now);

    /// The head of a group; most columns say nothing of it.
    void show(GroupRow group);

    /// A second went by; only what changes its text is drawn anew.
    default void tick(AlertRow row, Instant now) {}
}
