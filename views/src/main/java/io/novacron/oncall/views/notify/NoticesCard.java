package io.novacron.oncall.views.notify;

import io.novacron.oncall.core.notify.Notice;
import io.novacron.oncall.core.notify.ReachCheck;
import io.novacron.oncall.core.notify.Tone;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.ExactTime;
import io.novacron.oncall.views.controls.KeyHint;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.SeverityBadge;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What rang and why, the newest first, under what is known of the way it takes. FX thread only.
final class NoticesCard extends VBox {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 560;

    private final ExactTime time;
    private final Consumer<Notice> choose;
    private final VBox content = new VBox();
    private final VBox reach = new VBox();
    private List<Object> shown = List.of();

    NoticesCard(ZoneId zone, Consumer<Notice> choose, Runnable check) {
        time = new ExactTime(zone);
        this.choose = choose;
        getStyleClass().add("oc-dialog");
        content.getStyleClass().add("oc-dialog-body");
        reach.getStyleClass().add("oc-help-column");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var again = new Button("Check again", Icon.REFRESH.node());
        again.setMnemonicParsing(false);
        again.setOnAction(event -> check.run());
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.prefViewportHeightProperty().bind(Bindings.min(HEIGHT, content.heightProperty()));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        setPrefWidth(WIDTH);
        var head = new HBox(
                8,
                SafeText.label("Notices", "oc-title"),
                space,
                new KeyHint("m", "mute 15 min"),
                again,
                new KeyHint("Esc", "close"));
        getChildren().addAll(head, reach, scroll);
    }

    void show(AttentionViewModel model) {
        List<Notice> notices = model.noticesProperty().get();
        var now = new ArrayList<Object>(notices);
        now.addAll(model.checks());
        now.addAll(model.reachProperty().get().reason());
        now.add(model.problem());
        if (shown.equals(now)) {
            return;
        }
        shown = now;
        reach(model);
        content.getChildren().clear();
        if (notices.isEmpty()) {
            content.getChildren().add(SafeText.label("Nothing rang since this window opened.", "oc-muted"));
        }
        notices.forEach(notice -> content.getChildren().add(row(notice)));
    }

    private void reach(AttentionViewModel model) {
        reach.getChildren().clear();
        for (ReachCheck check : model.checks()) {
            reach.getChildren().add(line(check.ok() ? Icon.CHECK : Icon.CROSS, check.detail(), check.ok()));
        }
        var rest = new ArrayList<>(model.reachProperty().get().reason());
        model.checks().forEach(check -> rest.remove(check.detail()));
        rest.add(model.problem());
        rest.stream()
                .filter(reason -> !reason.isEmpty())
                .forEach(reason -> reach.getChildren().add(line(Icon.WARNING, reason, false)));
    }

    private static Node line(Icon icon, String text, boolean good) {
        Label label = SafeText.label("", good ? "oc-muted" : "oc-problem");
        label.setText(Visible.line(text));
        label.setGraphic(icon.node());
        label.setWrapText(true);
        return label;
    }

    private Node row(Notice notice) {
        var title = SafeText.label(notice.title(), "oc-heading");
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var at = SafeText.label(time.clock(notice.at()), "oc-muted");
        at.setMinWidth(Region.USE_PREF_SIZE);
        var body = SafeText.label(notice.body(), "oc-muted");
        body.setWrapText(true);
        var row = new VBox(
                new HBox(8, SeverityBadge.of(notice.severity()), title, at),
                body,
                SafeText.label(why(notice), "oc-faint"));
        row.getStyleClass().add("oc-card");
        row.setFillWidth(true);
        if (notice.worst() == null) {
            return row;
        }
        var button = new Button("", row);
        button.getStyleClass().setAll("oc-notice-row");
        button.setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(button.widthProperty());
        button.setAccessibleText(notice.title() + ", " + notice.body() + ", " + why(notice));
        button.setOnAction(event -> choose.accept(notice));
        return button;
    }

    private static String why(Notice notice) {
        String kind = switch (notice.kind()) {
            case FIRING -> "began to fire";
            case BACKLOG -> "fired before the console started";
            case REPEAT -> "repeats until somebody looks";
            case REALARM -> "alarms again in spite of an acknowledgement";
            case PIPELINE -> "the way of the alerts is broken";
        };
        String how = notice.pops()
                ? notice.tone() == Tone.NONE
                        ? "sent to the desktop without a sound"
                        : "sent to the desktop, sound " + notice.tone().word()
                : "only listed: " + notice.held();
        return kind + "  ·  " + how;
    }
}
