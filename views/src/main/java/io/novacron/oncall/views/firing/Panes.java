package io.novacron.oncall.views.firing;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.views.controls.SafeText;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The parts that the sides of an alert are laid out of. FX thread only.
final class Panes {
    private static final int LONGEST = 4_000;

    private Panes() {}

    static ScrollPane scroll(VBox content) {
        content.getStyleClass().add("oc-detail");
        var scroll = new ScrollPane(content);
        scroll.getStyleClass().addAll("edge-to-edge", "oc-detail-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    static Label wrapped(String text, String... styleClasses) {
        Label label = SafeText.label("", styleClasses);
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        label.setText(cut.indexOf('\n') < 0 ? Visible.line(cut, LONGEST) : Visible.block(cut));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static void row(GridPane grid, String key, Node value) {
        Label label = SafeText.label(key, "oc-kv-key");
        label.setMinWidth(96);
        label.setMaxWidth(160);
        GridPane.setHgrow(value, Priority.ALWAYS);
        GridPane.setValignment(label, VPos.TOP);
        grid.addRow(grid.getRowCount(), label, value);
    }
}
