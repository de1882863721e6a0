package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.canvas.ThemeWatch;
import io.novacron.oncall.views.controls.TableCursor;
import io.novacron.oncall.views.fx.LiveRows;
import io.novacron.oncall.views.fx.TableAnchor;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The table of alerts and of the heads of their groups. Its rows are drawings ([LineSkin]), made anew after the layout
/// of
/// a frame, each at most once. FX thread only.
final class AlertTable {
    private final TableView<Line> table = new TableView<>(new LiveRows<>());
    private final TableAnchor<Line> anchor = new TableAnchor<>(table, Line::id);
    private final TableCursor<Line> cursor = new TableCursor<>(table);
    private final AlertColumns columns;
    private final LineWords words;
    private final LinePainter painter;
    private final RowHistory history;
    private final Consumer<GroupRow> toggle;
    private final Set<LineRow> rows = Collections.newSetFromMap(new WeakHashMap<>());
    private final Set<LineRow> toPaint = new LinkedHashSet<>();
    private final Runnable paint = this::paint;
    private LineType type = LineType.of(Theme.DARK);
    private Instant now = Instant.EPOCH;
    private int from = -1;

    /// @param toggle opens or closes a group
    AlertTable(LineWords words, RowHistory history, TriageModel triage, Consumer<GroupRow> toggle) {
        this.words = words;
        this.history = history;
        this.toggle = toggle;
        painter = new LinePainter(words, history);
        table.getStyleClass().add("oc-alerts");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setRowFactory(view -> {
            var row = new LineRow(this);
            rows.add(row);
            return row;
        });
        columns = new AlertColumns(table, triage, (column, line) -> words.of(column, line, now));
        ThemeWatch.of(table, this::dress);
        table.sceneProperty().subscribe((before, scene) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(paint);
            }
            if (scene != null) {
                scene.addPostLayoutPulseListener(paint);
            }
        });
        table.getVisibleLeafColumns().subscribe(this::redraw);
        for (TableColumn<Line, ?> column : table.getColumns()) {
            column.widthProperty().subscribe(this::redraw);
        }
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

    LineWords words() {
        return words;
    }

    LinePainter painter() {
        return painter;
    }

    RowHistory history() {
        return history;
    }

    LineType type() {
        return type;
    }

    Instant now() {
        return now;
    }

    /// The alerts whose lines are on the screen.
    List<AlertRow> seen() {
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(row.line()))
                .filter(AlertRow.class::isInstance)
                .map(AlertRow.class::cast)
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
        rows.forEach(LineRow::refresh);
    }

    /// The row is drawn with the next frame, once its place and size are settled.
    void willPaint(LineRow row) {
        if (toPaint.isEmpty()) {
            Platform.requestNextPulse();
        }
        toPaint.add(row);
    }

    private void paint() {
        if (!toPaint.isEmpty()) {
            var now = List.copyOf(toPaint);
            toPaint.clear();
            now.forEach(row -> row.paint(type));
        }
    }

    private void dress() {
        type = LineType.of(Theme.of(table.getScene()));
        redraw();
    }

    private void redraw() {
        rows.forEach(LineRow::redraw);
    }

    /// Chooses lines as lists do everywhere: one, with the shortcut key one more or less, with Shift all from the last
    /// one chosen to this. A right click leaves a choice alone that it hits.
    void press(MouseEvent event) {
        if (!(event.getSource() instanceof LineRow row) || row.isEmpty()) {
            return;
        }
        table.requestFocus();
        if (row.getItem() instanceof GroupRow group
                && event.getButton() == MouseButton.PRIMARY
                && row.onChevron(new Point2D(event.getX(), event.getY()))) {
            toggle.accept(group);
            return;
        }
        var selection = table.getSelectionModel();
        int at = row.getIndex();
        boolean menu = event.getButton() == MouseButton.SECONDARY;
        if (menu && selection.isSelected(at)) {
            table.getFocusModel().focus(at);
        } else if (event.isShiftDown() && !menu) {
            int start = from >= 0 && from < table.getItems().size() && selection.isSelected(from)
                    ? from
                    : Math.max(0, table.getFocusModel().getFocusedIndex());
            selection.clearSelection();
            selection.selectRange(Math.min(start, at), Math.max(start, at) + 1);
            selection.select(at);
            from = start;
        } else if (event.isShortcutDown() && selection.isSelected(at)) {
            selection.clearSelection(at);
            table.getFocusModel().focus(at);
        } else if (event.isShortcutDown()) {
            selection.select(at);
            from = at;
        } else {
            selection.clearAndSelect(at);
            from = at;
        }
    }
}
