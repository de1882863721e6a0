package io.novacron.oncall.views.shell;

import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.KeyMap;
import io.novacron.oncall.views.controls.SafeText;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys that work now, straight from the maps that handle them. FX thread only.
final class HelpCard extends VBox {
    HelpCard(List<KeySection> sections) {
        getStyleClass().add("oc-dialog");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var columns = new HBox();
        columns.getStyleClass().add("oc-help-columns");
        sections.forEach(section -> columns.getChildren().add(column(section)));
        getChildren().addAll(new HBox(SafeText.label("Keys", "oc-title"), space, new KeyHint("Esc", "close")), columns);
    }

    private static Node column(KeySection section) {
        var grid = new GridPane();
        grid.getStyleClass().add("oc-kv");
        for (KeyMap.Binding binding : section.keys().bindings()) {
            var keys = new HBox(6);
            binding.keys().forEach(key -> keys.getChildren().add(new KeyHint(key, "")));
            grid.addRow(grid.getRowCount(), keys, SafeText.label(binding.meaning(), "oc-kv-value"));
        }
        var column = new VBox(SafeText.label(section.title(), "oc-overline"), grid);
        column.getStyleClass().add("oc-help-column");
        return column;
    }
}
