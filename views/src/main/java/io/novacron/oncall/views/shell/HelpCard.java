package io.novacron.oncall.views.shell;

import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.SafeText;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys that work now, straight from the maps that handle them. FX thread only.
final class HelpCard extends VBox {
    /// So many lines stand one below the other in a window of 800 pixels; more begin a further column.
    private static final int LINES = 18;

    HelpCard(List<KeySection> sections) {
        getStyleClass().add("oc-dialog");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var columns = new HBox();
        columns.getStyleClass().add("oc-help-columns");
        for (KeySection section : sections) {
            List<KeyMap.Binding> bindings = section.keys().bindings();
            for (int from = 0; from < bindings.size(); from += LINES) {
                columns.getChildren()
                        .add(column(
                                from == 0 ? section.title() : "",
                                bindings.subList(from, Math.min(from + LINES, bindings.size()))));
            }
        }
        var scroll = new ScrollPane(columns);
        scroll.getStyleClass().add("oc-help-scroll");
        getChildren().addAll(new HBox(SafeText.label("Keys", "oc-title"), space, new KeyHint("Esc", "close")), scroll);
    }

    private static Node column(String title, List<KeyMap.Binding> bindings) {
        var grid = new GridPane();
        grid.getStyleClass().add("oc-kv");
        for (KeyMap.Binding binding : bindings) {
            var keys = new HBox(6);
            binding.keys().forEach(key -> keys.getChildren().add(new KeyHint(key, "")));
            grid.addRow(grid.getRowCount(), keys, SafeText.label(binding.meaning(), "oc-kv-value"));
        }
        var column = new VBox(SafeText.label(title, "oc-overline"), grid);
        column.getStyleClass().add("oc-help-column");
        return column;
    }
}
