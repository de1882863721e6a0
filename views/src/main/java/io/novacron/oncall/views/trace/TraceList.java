package io.novacron.oncall.views.trace;

import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.TableWidths;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The hits of a search as a table. FX thread only.
final class TraceList extends TableView<TraceRow> {
    private static final double BAR = 130;
    private static final double NARROWEST = 200;
    private static final double SCROLL_BAR = 14;

    TraceList(ExactTime times) {
        getColumns().add(column("Start", 120, () -> new StartCell(times)));
        getColumns()
                .add(column(
                        "Service and operation",
                        380,
                        () -> new TextCell(row -> row.service() + "  " + row.operation())));
        getColumns().add(column("Duration", BAR + 96, DurationCell::new));
        getColumns().add(number("Spans", row -> "" + row.tree().rows().size()));
        getColumns()
                .add(number(
                        "Errors",
                        row -> row.tree().errors() == 0 ? "" : "" + row.tree().errors()));
        TableColumn<TraceRow, TraceRow> services =
                column("Services", NARROWEST, () -> new TextCell(TraceList::services));
        getColumns().add(services);
        TableWidths.growWithText(this);
        TableWidths.fillWith(this, services, NARROWEST, SCROLL_BAR);
        setAccessibleText("Traces found");
    }

    /// When a trace began.
    static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, 1_000_000_000L), Math.floorMod(epochNanos, 1_000_000_000L));
    }

    private static String services(TraceRow row) {
        List<String> services = row.tree().services();
        return services.size() + ": " + String.join(", ", services);
    }

    private static TableColumn<TraceRow, TraceRow> number(String title, Function<TraceRow, String> value) {
        return column(title, 70, () -> {
            var cell = new TextCell(value);
            cell.getStyleClass().add("oc-number");
            return cell;
        });
    }

    private static TableColumn<TraceRow, TraceRow> column(
            String title, double width, Supplier<TableCell<TraceRow, TraceRow>> cells) {
        var column = new TableColumn<TraceRow, TraceRow>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(ignored -> cells.get());
        return column;
    }

    private static final class TextCell extends TableCell<TraceRow, TraceRow> {
        private final Function<TraceRow, String> value;

        TextCell(Function<TraceRow, String> value) {
            this.value = value;
        }

        @Override
        protected void updateItem(TraceRow row, boolean empty) {
            super.updateItem(row, empty);
            SafeText.show(this, empty ? "" : value.apply(row));
        }
    }

    private static final class StartCell extends TableCell<TraceRow, TraceRow> {
        private final ExactTime times;
        private final Tooltip exact = new Tooltip();

        StartCell(ExactTime times) {
            this.times = times;
            getStyleClass().add("oc-mono");
        }

        @Override
        protected void updateItem(TraceRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty ? "" : times.line(instant(row.start())));
            exact.setText(empty ? "" : times.hover(instant(row.start())));
            setTooltip(empty ? null : exact);
        }
    }

    /// The duration in words beside a bar that is as long as its share of the longest trace; red where a span failed.
    private static final class DurationCell extends TableCell<TraceRow, TraceRow> {
        private final Region bar = new Region();
        private final Label words = new Label();
        private final HBox both = new HBox(8, words, bar);

        DurationCell() {
            bar.getStyleClass().add("oc-cell-bar");
            bar.setMinHeight(12);
            bar.setMaxHeight(12);
            both.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(72);
            words.setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(TraceRow row, boolean empty) {
            super.updateItem(row, empty);
            if (!empty) {
                double width = Math.max(2, row.share() * BAR);
                bar.setMinWidth(width);
                bar.setMaxWidth(width);
                bar.getStyleClass().remove("oc-cell-bar-bad");
                if (row.tree().errors() > 0) {
                    bar.getStyleClass().add("oc-cell-bar-bad");
                }
                words.setText(TraceDurations.words(row.duration()));
            }
            setGraphic(empty ? null : both);
        }
    }
}
