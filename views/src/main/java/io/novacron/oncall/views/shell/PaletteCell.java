package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.views.controls.Fuzzy;
import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.SafeText;
import java.util.List;
import javafx.beans.property.ReadOnlyProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A command with the letters that were met in bold, where it belongs, and its keys. FX thread only.
final class PaletteCell extends ListCell<PaletteCommand> {
    private final ReadOnlyProperty<String> query;
    private final HBox meaning = new HBox();
    private final Label place = SafeText.label("", "oc-faint");
    private final HBox keys = new HBox(6);
    private final HBox row = new HBox();

    PaletteCell(ReadOnlyProperty<String> query) {
        this.query = query;
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        row.getStyleClass().add("oc-palette-row");
        meaning.getStyleClass().add("oc-palette-meaning");
        row.getChildren().addAll(meaning, space, place, keys);
        query.subscribe(() -> show(getItem()));
    }

    @Override
    protected void updateItem(@Nullable PaletteCommand item, boolean empty) {
        super.updateItem(item, empty);
        show(empty ? null : item);
    }

    private void show(@Nullable PaletteCommand item) {
        if (item == null) {
            setGraphic(null);
            return;
        }
        List<Integer> met = Fuzzy.match(query.getValue(), item.meaning())
                .map(Fuzzy.Hit::positions)
                .orElse(List.of());
        meaning.getChildren().clear();
        for (int from = 0; from < item.meaning().length(); ) {
            boolean bold = met.contains(from);
            int to = from + 1;
            while (to < item.meaning().length() && met.contains(to) == bold) {
                to++;
            }
            var text = new Text(Visible.line(item.meaning().substring(from, to)));
            text.getStyleClass().add(bold ? "oc-palette-met" : "oc-palette-text");
            meaning.getChildren().add(text);
            from = to;
        }
        SafeText.show(place, item.place());
        keys.getChildren()
                .setAll(item.keys().stream().map(key -> new KeyHint(key, "")).toList());
        setGraphic(row);
    }
}
