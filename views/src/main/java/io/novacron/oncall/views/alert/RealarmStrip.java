package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Realarm;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.SafeText;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What alarms again in spite of an acknowledgement, each with its alert and the acknowledgement anew one click away.
/// FX thread only.
final class RealarmStrip extends VBox {
    private static final int MOST = 3;

    private final ExactTime time;
    private final Consumer<AlertKey> open;
    private final Consumer<AlertKey> again;
    private List<Realarm> shown = List.of();

    /// @param again acknowledges an alert once more
    RealarmStrip(ZoneId zone, Consumer<AlertKey> open, Consumer<AlertKey> again) {
        this.time = new ExactTime(zone);
        this.open = open;
        this.again = again;
        setId("realarms");
        getStyleClass().add("oc-realarms");
        setVisible(false);
        setManaged(false);
    }

    /// @param realarms the loudest first
    void show(List<Realarm> realarms, AlertBoard board) {
        if (!realarms.equals(shown)) {
            shown = realarms;
            getChildren()
                    .setAll(realarms.stream()
                            .limit(MOST)
                            .map(one -> line(one, board.alert(one.key())))
                            .toList());
            if (realarms.size() > MOST) {
                getChildren().add(SafeText.label("and " + (realarms.size() - MOST) + " more", "oc-muted"));
            }
            setVisible(!realarms.isEmpty());
            setManaged(!realarms.isEmpty());
        }
    }

    private Node line(Realarm one, @Nullable Alert alert) {
        Label name = SafeText.label(alert == null ? one.key().fingerprint() : alert.name(), "oc-heading");
        name.setMinWidth(120);
        name.setPrefWidth(240);
        name.setGraphic((one.reason().rings() ? Icon.BELL : Icon.CLOCK).node());
        Label text = SafeText.label(one.text(), one.reason().rings() ? "oc-problem" : "oc-muted");
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setTooltip(new Tooltip(text.getText()));
        HBox.setHgrow(text, Priority.ALWAYS);
        Label since = SafeText.label("since " + time.clock(one.since()), "oc-mono", "oc-muted");
        since.setMinWidth(USE_PREF_SIZE);
        since.setTooltip(new Tooltip(time.both(one.since())));
        var line = new HBox(name, text, since, button("Open", () -> open.accept(one.key())));
        if (one.reason() != Realarm.Reason.SCOPE_GREW) {
            line.getChildren().add(button("Acknowledge", () -> again.accept(one.key())));
        }
        line.getStyleClass().add("oc-ladder-line");
        return line;
    }

    private static Button button(String text, Runnable action) {
        var button = new Button(text);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("oc-small-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
