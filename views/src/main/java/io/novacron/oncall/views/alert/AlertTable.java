package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.views.controls.TableCursor;
import io.novacron.oncall.views.fx.LiveRows;
import io.novacron.oncall.views.fx.TableAnchor;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The table of alerts and of the heads of their groups. FX thread only.
final class AlertTable {
    private final TableView<Line> table = new TableView<>(new LiveRows<>());
    private final TableAnchor<Line> anchor = new TableAnchor<>(table, Line::id);
    private final TableCursor<Line> cursor = new TableCursor<>(table);
    private final AlertColumns columns;
    private final Set<Cell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private Instant now = Instant.EPOCH;

    AlertTable(Faces faces, TriageModel triage) {
        table.getStyleClass().add("oc-alerts");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setRowFactory(view -> new Row());
        columns = new AlertColumns(table, triage, column -> new Cell(faces.of(column)), () -> new Cell(faces.card()));
    }

    TableView<Line> view() {
        return table;
    }

    TableAnchor<Line> anchor() {
        return anchor;
    }

    TableCursor<Line> cursor() {
        return cursor;
    }

    AlertColumns columns() {
        return columns;
    }

    /// The alerts whose lines are on the screen.
    List<AlertRow> seen() {
        return cells.stream()
                .filter(cell -> !cell.isEmpty() && cell.isVisible())
                .flatMap(cell -> Stream.ofNullable(cell.getItem()))
                .filter(AlertRow.class::isInstance)
                .map(AlertRow.class::cast)
                .distinct()
                .toList();
    }

    /// What the next action is about: all selected lines, from the top.
    List<Line> chosen() {
        return table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(table.getItems()::get)
                .toList();
    }

    /// The alerts of the selected lines, each once.
    List<AlertKey> chosenAlerts() {
        return chosen().stream()
                .flatMap(line -> line.about().stream())
                .distinct()
                .toList();
    }

    /// Ages grow; nothing else is drawn anew.
    void tick(Instant newNow) {
        now = newNow;
        cells.forEach(Cell::tick);
    }

    /// Keeps what it drew when a table empties it for a moment, as tables do while rows move: to take nodes away and
    /// put them
    /// back costs their whole style.
    private final class Cell extends TableCell<Line, Line> {
        private final Face face;
        private @Nullable Line drawn;

        Cell(Face face) {
            this.face = face;
            cells.add(this);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            face.node().setVisible(!empty && line != null);
            if (empty || line == null || line.equals(drawn)) {
                return;
            }
            drawn = line;
            switch (line) {
                case AlertRow row -> face.show(row, now);
                case GroupRow group -> face.show(group);
            }
            setGraphic(face.node());
        }

        void tick() {
            if (!isEmpty() && getItem() instanceof AlertRow row) {
                face.tick(row, now);
            }
        }
    }

    private static final class Row extends TableRow<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            AlertRow row = !empty && line instanceof AlertRow alert ? alert : null;
            mark("oc-dimmed", row != null && row.dimmed());
            mark("oc-quiet", row != null && row.state() != AlertState.FIRING);
            mark("oc-group", !empty && line instanceof GroupRow);
        }

        private void mark(String styleClass, boolean on) {
            if (!on) {
                getStyleClass().remove(styleClass);
            } else if (!getStyleClass().contains(styleClass)) {
                getStyleClass().add(styleClass);
            }
        }
    }
}
