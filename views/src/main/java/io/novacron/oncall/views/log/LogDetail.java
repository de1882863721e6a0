package io.novacron.oncall.views.log;

import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogLevel;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.SafeText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One entry whole: its message with all lines, every field. FX thread only.
final class LogDetail extends ScrollPane {
    private static final int MOST = 500;
    private static final int LONGEST = 2_000;
    private static final int MESSAGE = 64 * 1024;

    private final VBox content = new VBox();
    private final ExactTime times;
    private final Consumer<String> openTrace;

    LogDetail(ExactTime times, Consumer<String> openTrace) {
        this.times = times;
        this.openTrace = openTrace;
        content.getStyleClass().add("oc-detail");
        setContent(content);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("oc-panel");
    }

    void show(Optional<LogEntry> entry) {
        content.getChildren().clear();
        setVvalue(0);
        entry.ifPresent(this::fill);
    }

    private void fill(LogEntry entry) {
        LogLevel level = LogMark.level(entry.severity());
        var head = new HBox(
                8,
                LogMark.of(level).node(),
                SafeText.label(level.word(), "oc-heading"),
                SafeText.label(entry.service(), "oc-muted"));
        content.getChildren().addAll(head, wrapped(times.hover(entry.time()), "oc-muted", true));
        Label message = wrapped(cut(entry.message()), "oc-mono", true);
        content.getChildren().addAll(SafeText.label("MESSAGE", "oc-overline"), message);
        if (!entry.traceId().isEmpty()) {
            var open = new Button("Open trace (t)", Icon.TRACES.node());
            open.setMnemonicParsing(false);
            open.setOnAction(event -> openTrace.accept(entry.traceId()));
            content.getChildren().add(open);
        }
        fields(entry);
    }

    private void fields(LogEntry entry) {
        Map<String, String> sorted = new TreeMap<>(entry.fields());
        content.getChildren().add(SafeText.label("FIELDS (" + sorted.size() + ")", "oc-overline"));
        var grid = new GridPane();
        grid.getStyleClass().add("oc-kv");
        var keys = new ColumnConstraints();
        keys.setMinWidth(90);
        keys.setPercentWidth(40);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(keys, values);
        int row = 0;
        for (Map.Entry<String, String> field : sorted.entrySet()) {
            if (row == MOST) {
                break;
            }
            Label name = wrapped(Visible.line(field.getKey(), LONGEST), "oc-kv-key", false);
            GridPane.setValignment(name, VPos.TOP);
            Label value = wrapped(Visible.line(field.getValue(), LONGEST), "oc-kv-value", false);
            value.getStyleClass().add("oc-mono");
            grid.addRow(row++, name, value);
        }
        content.getChildren().addAll(grid, SafeText.label(entry.index() + " · " + entry.id(), "oc-faint"));
        if (sorted.size() > MOST) {
            content.getChildren()
                    .add(SafeText.label("… " + (sorted.size() - MOST) + " more fields not shown", "oc-faint"));
        }
    }

    private static String cut(String message) {
        return message.length() <= MESSAGE
                ? message
                : message.substring(0, MESSAGE) + "\n… " + (message.length() - MESSAGE) + " more characters not shown";
    }

    /// @param lines keep line breaks and tabs
    private static Label wrapped(String text, String styleClass, boolean lines) {
        var label = new Label(lines ? Visible.block(text) : text);
        label.setMnemonicParsing(false);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
