package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.SeverityBadge;
import io.novacron.oncall.views.controls.StateChip;
import io.novacron.oncall.views.controls.TableWidths;
import io.novacron.oncall.views.fx.TableAnchor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The table of alerts: its columns, and how each is drawn. FX thread only.
final class AlertTable {
    private final TableView<AlertRow> table = new TableView<>();
    private final TableAnchor<AlertRow> anchor = new TableAnchor<>(table, AlertRow::key);
    private final TableCursor<AlertRow> cursor = new TableCursor<>(table);
    private final TableColumn<AlertRow, AlertRow> cluster =
            column("Cluster", 80, 100, 130, cell -> text(AlertRow::cluster));
    private final ZoneId zone;
    private final List<Aged> aged = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    private record Aged(Age age, Function<AlertRow, @Nullable Instant> since, TableCell<AlertRow, AlertRow> cell) {
        void show(Instant now) {
            AlertRow row = cell.getItem();
            Instant at = row == null ? null : since.apply(row);
            if (at != null) {
                age.show(at, now);
            }
        }
    }

    AlertTable(ZoneId zone) {
        this.zone = zone;
        table.getStyleClass().add("oc-alerts");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setRowFactory(view -> new Row());
        var columns = table.getColumns();
        columns.add(column("Severity", 78, 78, 78, cell -> severity()));
        columns.add(column("Alert", 176, 230, 320, cell -> text(AlertRow::name, "oc-strong")));
        columns.add(column("Summary", 100, 420, 4000, cell -> text(AlertRow::summary, "oc-muted")));
        columns.add(cluster);
        columns.add(column("Age", 92, 92, 92, cell -> age(AlertRow::startsAt, cell)));
        columns.add(column("State", 132, 270, 420, cell -> state()));
        columns.add(column("Owner", 96, 130, 200, this::owner));
        TableWidths.growWithText(table);
    }

    TableView<AlertRow> view() {
        return table;
    }

    TableAnchor<AlertRow> anchor() {
        return anchor;
    }

    TableCursor<AlertRow> cursor() {
        return cursor;
    }

    /// What the next action is about: all selected lines, worst first.
    List<AlertRow> chosen() {
        return table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(table.getItems()::get)
                .toList();
    }

    /// Beside an alert in full, which says its cluster, the list goes without that column.
    void narrow(boolean beside) {
        cluster.setVisible(!beside);
    }

    /// Ages grow; nothing else is drawn anew.
    void tick(Instant newNow) {
        now = newNow;
        aged.forEach(one -> one.show(now));
    }

    /// What a cell shows of a row, kept for the cell's life.
    private interface Face {
        Node node();

        void show(AlertRow row);
    }

    private record Drawn(Node node, Consumer<AlertRow> draw) implements Face {
        @Override
        public void show(AlertRow row) {
            draw.accept(row);
        }
    }

    private static TableColumn<AlertRow, AlertRow> column(
            String title, double least, double usual, double most, Function<TableCell<AlertRow, AlertRow>, Face> face) {
        var column = new TableColumn<AlertRow, AlertRow>(title);
        column.setMinWidth(least);
        column.setMaxWidth(most);
        column.setPrefWidth(usual);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(wanted -> new Cell(face));
        return column;
    }

    private static Face severity() {
        var badge = new SeverityBadge();
        return new Drawn(badge, row -> badge.show(row.severity()));
    }

    private static Face text(Function<AlertRow, String> text, String... styleClasses) {
        Label label = SafeText.label("", styleClasses);
        return new Drawn(label, row -> SafeText.show(label, text.apply(row)));
    }

    private Face age(Function<AlertRow, @Nullable Instant> since, TableCell<AlertRow, AlertRow> cell) {
        var age = new Age(zone);
        var one = new Aged(age, since, cell);
        aged.add(one);
        return new Drawn(age, row -> one.show(now));
    }

    private static Face state() {
        var chip = StateChip.small();
        var underWay = SafeText.label("", "oc-under-way");
        var why = SafeText.label("", "oc-faint");
        var box = new HBox(chip, underWay, why);
        box.getStyleClass().add("oc-cell");
        return new Drawn(box, row -> {
            chip.show(row.state());
            show(underWay, row.underWay());
            show(why, row.why());
        });
    }

    private Face owner(TableCell<AlertRow, AlertRow> cell) {
        Label name = SafeText.label("");
        Face since = age(AlertRow::ownedSince, cell);
        since.node().getStyleClass().add("oc-faint");
        var box = new HBox(name, since.node());
        box.getStyleClass().add("oc-cell");
        return new Drawn(box, row -> {
            show(name, row.owner());
            boolean owned = row.ownedSince() != null;
            since.node().setVisible(owned);
            since.node().setManaged(owned);
            since.show(row);
        });
    }

    private static void show(Label label, String text) {
        SafeText.show(label, text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private static final class Cell extends TableCell<AlertRow, AlertRow> {
        private final Face face;

        Cell(Function<TableCell<AlertRow, AlertRow>, Face> face) {
            this.face = face.apply(this);
        }

        @Override
        protected void updateItem(@Nullable AlertRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
            } else {
                face.show(row);
                setGraphic(face.node());
            }
        }
    }

    private static final class Row extends TableRow<AlertRow> {
        @Override
        protected void updateItem(@Nullable AlertRow row, boolean empty) {
            super.updateItem(row, empty);
            mark("oc-dimmed", row != null && !empty && row.dimmed());
            mark("oc-quiet", row != null && !empty && row.state() != AlertState.FIRING);
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
