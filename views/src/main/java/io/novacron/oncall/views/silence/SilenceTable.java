package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.StateChip;
import io.novacron.oncall.views.controls.TableCursor;
import io.novacron.oncall.views.controls.TableWidths;
import io.novacron.oncall.views.fx.TableAnchor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The table of silences: its columns, and how each is drawn. FX thread only.
final class SilenceTable {
    private final TableView<SilenceRow> table = new TableView<>();
    private final TableAnchor<SilenceRow> anchor = new TableAnchor<>(table, SilenceRow::id);
    private final TableCursor<SilenceRow> cursor = new TableCursor<>(table);
    private final ZoneId zone;
    private final List<Cell> timed = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    SilenceTable(ZoneId zone) {
        this.zone = zone;
        table.getStyleClass().add("oc-alerts");
        table.setId("silences");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setRowFactory(view -> new Row());
        var columns = table.getColumns();
        columns.add(column("State", 96, 104, 120, SilenceTable::state));
        columns.add(column("Kind", 108, 116, 130, SilenceTable::kind));
        columns.add(column("Ends", 110, 130, 180, this::ends));
        columns.add(column("Hits", 100, 104, 130, SilenceTable::hits));
        columns.add(column("Matchers", 160, 380, 4000, text(SilenceRow::matchers, "oc-mono")));
        columns.add(column("Owner (claimed)", 100, 130, 200, text(SilenceRow::owner)));
        columns.add(column("Reason", 100, 240, 4000, SilenceTable::reason));
        columns.add(column("Cluster", 70, 90, 130, text(row -> row.id().cluster())));
        TableWidths.growWithText(table);
    }

    TableView<SilenceRow> view() {
        return table;
    }

    TableAnchor<SilenceRow> anchor() {
        return anchor;
    }

    TableCursor<SilenceRow> cursor() {
        return cursor;
    }

    /// What the next action is about, in the order of the list.
    List<SilenceRow> chosen() {
        return table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(table.getItems()::get)
                .toList();
    }

    /// Times grow; nothing else is drawn anew.
    void tick(Instant newNow) {
        now = newNow;
        timed.forEach(Cell::again);
    }

    /// How a cell shows a row: builds its node once, then shows rows in it.
    private interface Look {
        Face face();
    }

    private record Face(Node node, BiConsumer<SilenceRow, Instant> show, boolean timed) {}

    private TableColumn<SilenceRow, SilenceRow> column(
            String title, double least, double usual, double most, Look look) {
        var column = new TableColumn<SilenceRow, SilenceRow>(title);
        column.setMinWidth(least);
        column.setMaxWidth(most);
        column.setPrefWidth(usual);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(wanted -> {
            var cell = new Cell(look.face());
            if (cell.face.timed()) {
                timed.add(cell);
            }
            return cell;
        });
        return column;
    }

    private static Face state() {
        var chip = StateChip.small();
        return new Face(
                chip,
                (row, at) -> chip.show(
                        row.state().word(),
                        switch (row.state()) {
                            case ACTIVE -> Icon.CHECK;
                            case PENDING -> Icon.CLOCK;
                            case EXPIRED -> Icon.CIRCLE;
                        },
                        switch (row.state()) {
                            case ACTIVE -> "oc-silence-active";
                            case PENDING -> "oc-silence-pending";
                            case EXPIRED -> "oc-silence-expired";
                        }),
                false);
    }

    /// A person at work and a planned rule are two things, and look so (alerts guide §3).
    private static Face kind() {
        var chip = StateChip.small();
        return new Face(
                chip,
                (row, at) -> {
                    if (row.ack()) {
                        chip.show("ack", Icon.USER, "oc-alert-acknowledged");
                    } else {
                        chip.show("silence", Icon.BELL_OFF, "oc-alert-silenced");
                    }
                },
                false);
    }

    private Face ends() {
        Label label = SafeText.label("");
        var exact = new Tooltip();
        label.setTooltip(exact);
        return new Face(
                label,
                (row, at) -> {
                    Instant turn = row.turn();
                    String words = Age.ago(turn, at);
                    label.setText(row.state() == SilenceState.PENDING ? "starts " + words : words);
                    exact.setText(new ExactTime(zone).hover(turn));
                    label.getStyleClass().removeAll("oc-warning", "oc-faint");
                    if (row.endsSoon(at)) {
                        label.getStyleClass().add("oc-warning");
                    } else if (!row.lives()) {
                        label.getStyleClass().add("oc-faint");
                    }
                },
                true);
    }

    private static Face hits() {
        Label label = SafeText.label("");
        return new Face(
                label,
                (row, at) -> {
                    label.setText(
                            row.unmatched()
                                    ? "unmatched"
                                    : row.silence().active() ? Integer.toString(row.matches()) : "–");
                    label.getStyleClass().removeAll("oc-warning", "oc-faint");
                    if (row.unmatched()) {
                        label.getStyleClass().add("oc-warning");
                    } else if (!row.silence().active()) {
                        label.getStyleClass().add("oc-faint");
                    }
                },
                false);
    }

    private static Face reason() {
        var note = StateChip.small();
        Label label = SafeText.label("", "oc-muted");
        var box = new HBox(note, label);
        box.getStyleClass().add("oc-cell");
        return new Face(
                box,
                (row, at) -> {
                    boolean noted = !row.note().isEmpty();
                    note.setVisible(noted);
                    note.setManaged(noted);
                    if (noted) {
                        boolean broken = row.note().startsWith(SilenceRow.BROKEN);
                        note.show(
                                broken ? SilenceRow.BROKEN : row.note(),
                                broken ? Icon.WARNING : Icon.CLOCK,
                                broken ? "oc-source-stale" : "oc-source-settling");
                    }
                    SafeText.show(label, row.why());
                },
                false);
    }

    private static Look text(Function<SilenceRow, String> text, String... styleClasses) {
        return () -> {
            Label label = SafeText.label("", styleClasses);
            return new Face(label, (row, at) -> SafeText.show(label, text.apply(row)), false);
        };
    }

    private final class Cell extends TableCell<SilenceRow, SilenceRow> {
        private final Face face;

        Cell(Face face) {
            this.face = face;
        }

        void again() {
            SilenceRow row = getItem();
            if (row != null && !isEmpty()) {
                face.show().accept(row, now);
            }
        }

        @Override
        protected void updateItem(@Nullable SilenceRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
            } else {
                face.show().accept(row, now);
                setGraphic(face.node());
            }
        }
    }

    private static final class Row extends TableRow<SilenceRow> {
        @Override
        protected void updateItem(@Nullable SilenceRow row, boolean empty) {
            super.updateItem(row, empty);
            mark("oc-dimmed", row != null && !empty && row.dimmed());
            mark("oc-quiet", row != null && !empty && !row.lives());
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
