package io.novacron.oncall.views.alert;

import io.novacron.oncall.views.controls.SafeText;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What is there and what is not. FX thread only.
final class Shown {
    private Shown() {}

    /// Shows text from outside, and nothing at all where there is none.
    static void text(Label label, String text) {
        SafeText.show(label, text);
        present(label, !text.isEmpty());
    }

    /// Shows the node, or leaves its place to others.
    static void present(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    /// Takes the room that others leave in a line.
    static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
