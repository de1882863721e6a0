package io.novacron.oncall.views.log;

import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogLevel;
import io.novacron.oncall.themes.SeverityMark;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.TableWidths;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// Log entries on one line each. FX thread only.
final class LogTable extends TableView<LogEntry> {
    private static final double END = 0.995;
    private static final double NARROWEST = 360;
    private static final double SCROLL_BAR = 14;

    /// @param atEnd called when the user has scrolled to the last row
    LogTable(ExactTime times, Runnable atEnd) {
        getColumns().add(column("Time", 116, () -> new TimeCell(times)));
        getColumns().add(column("Severity", 104, SeverityCell::new));
        getColumns().add(column("Service", 170, () -> new TextCell(LogEntry::service, "oc-muted")));
        TableColumn<LogEntry, LogEntry> message =
                column("Message", NARROWEST, () -> new TextCell(LogTable::line, "oc-mono"));
        getColumns().add(message);
        TableWidths.growWithText(this);
        TableWidths.fillWith(this, message, NARROWEST, SCROLL_BAR);
        setAccessibleText("Log entries, newest first");
        skinProperty().subscribe(skin -> {
            if (skin != null) {
                watch(atEnd);
            }
        });
    }

    private void watch(Runnable atEnd) {
        for (Node node : lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.valueProperty().addListener((property, before, now) -> {
                    if (bar.isVisible() && now.doubleValue() >= END && before.doubleValue() < END) {
                        atEnd.run();
                    }
                });
            }
        }
    }

    /// The first line of a message, and how many more it has.
    static String line(LogEntry entry) {
        String message = entry.message().stripTrailing();
        int end = message.indexOf('\n');
        if (end < 0) {
            return message;
        }
        long more = message.chars().filter(c -> c == '\n').count();
        return message.substring(0, end).stripTrailing() + "  +" + more + (more == 1 ? " line" : " lines");
    }

    private static TableColumn<LogEntry, LogEntry> column(
            String title, double width, Supplier<TableCell<LogEntry, LogEntry>> cells) {
        var column = new TableColumn<LogEntry, LogEntry>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(ignored -> cells.get());
        return column;
    }

    private static final class TextCell extends TableCell<LogEntry, LogEntry> {
        private final Function<LogEntry, String> value;

        TextCell(Function<LogEntry, String> value, String styleClass) {
            this.value = value;
            getStyleClass().add(styleClass);
        }

        @Override
        protected void updateItem(LogEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            SafeText.show(this, empty ? "" : value.apply(entry));
        }
    }

    private static final class TimeCell extends TableCell<LogEntry, LogEntry> {
        private final ExactTime times;
        private final Tooltip exact = new Tooltip();

        TimeCell(ExactTime times) {
            this.times = times;
            getStyleClass().add("oc-mono");
        }

        @Override
        protected void updateItem(LogEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty ? "" : times.line(entry.time()));
            exact.setText(empty ? "" : times.hover(entry.time()));
            setTooltip(empty ? null : exact);
        }
    }

    private static final class SeverityCell extends TableCell<LogEntry, LogEntry> {
        private final Map<SeverityMark, Node> marks = new EnumMap<>(SeverityMark.class);

        @Override
        protected void updateItem(LogEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty) {
                setText("");
                setGraphic(null);
            } else {
                LogLevel level = LogMark.level(entry.severity());
                setText(level.word());
                setGraphic(marks.computeIfAbsent(LogMark.of(level), SeverityMark::node));
            }
        }
    }
}
