package io.novacron.oncall.views.firing;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;

/// What a side of an alert says.
final class Words {
    private Words() {}

    static String of(Node node) {
        return String.join("\n", all(node));
    }

    private static List<String> all(Node node) {
        List<String> found = new ArrayList<>();
        if (node instanceof Labeled labeled) {
            found.add(labeled.getText());
        } else if (node instanceof ScrollPane scroll) {
            found.addAll(all(scroll.getContent()));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child)));
        }
        return found;
    }
}
