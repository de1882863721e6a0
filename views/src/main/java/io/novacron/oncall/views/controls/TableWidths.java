package io.novacron.oncall.views.controls;

import io.novacron.oncall.themes.Theme;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Widths of columns, which style sheets cannot set: they are given for the text of a laptop and grow with that of a
/// wall.
public final class TableWidths {
    private TableWidths() {}

    /// Once the table is first drawn, all its columns are as wide as the scene's theme asks for.
    public static void growWithText(TableView<?> table) {
        table.skinProperty().subscribe(skin -> {
            if (skin != null) {
                double factor = Theme.of(table.getScene()).textSize() / Theme.LIGHT.textSize();
                table.getColumns().forEach(column -> grow(column, factor));
            }
        });
    }

    /// What the columns beside `last` leave of the table's width, without its scroll bar.
    public static void fillWith(TableView<?> table, TableColumn<?, ?> last, double narrowest, double scrollBar) {
        table.widthProperty().subscribe(width -> {
            double others = table.getColumns().stream()
                    .filter(column -> !column.equals(last))
                    .mapToDouble(TableColumn::getPrefWidth)
                    .sum();
            last.setPrefWidth(Math.max(narrowest, width.doubleValue() - others - scrollBar));
        });
    }

    private static void grow(TableColumn<?, ?> column, double factor) {
        column.setMaxWidth(column.getMaxWidth() * factor);
        column.setPrefWidth(column.getPrefWidth() * factor);
        column.setMinWidth(column.getMinWidth() * factor);
    }
}
