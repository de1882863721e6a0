package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.firing.Unpaged;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Age;
import io.novacron.oncall.views.controls.SafeText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What fires in Prometheus and that no Alertmanager has: nobody is paged. A section of its own, never among the alerts
/// of an Alertmanager. FX thread only.
final class UnpagedStrip extends VBox {
    private static final int FEW = 3;
    private static final int MOST = 20;

    private record Aged(Age age, Instant at) {}

    private final ZoneId zone;
    private final List<Aged> aged = new ArrayList<>();
    private List<Unpaged> shown = List.of();
    private boolean all;

    UnpagedStrip(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("oc-unpaged");
        Shown.present(this, false);
    }

    /// @param found the oldest first
    void show(List<Unpaged> found, Instant now) {
        if (!found.equals(shown)) {
            shown = found;
            draw();
        }
        aged.forEach(one -> one.age().show(one.at(), now));
    }

    private void draw() {
        aged.clear();
        getChildren().clear();
        Shown.present(this, !shown.isEmpty());
        if (shown.isEmpty()) {
            return;
        }
        getChildren().add(head());
        int drawn = all ? MOST : FEW;
        shown.stream().limit(drawn).forEach(one -> getChildren().add(line(one)));
        if (all && shown.size() > MOST) {
            getChildren().add(SafeText.label((shown.size() - MOST) + " more, not listed here", "oc-faint"));
        }
    }

    private Node head() {
        long certain = shown.stream().filter(Unpaged::certain).count();
        long doubtful = shown.size() - certain;
        String text = certain == 0
                ? "Perhaps not in Alertmanager: " + doubtful + ", see why"
                : "Not in Alertmanager, nobody is paged: " + certain
                        + (doubtful == 0 ? "" : ", and perhaps " + doubtful + " more");
        Label label = SafeText.label(text, "oc-heading");
        label.setGraphic(Icon.WARNING.node());
        label.setMinWidth(0);
        var head = new HBox(label, Shown.space());
        head.getStyleClass().add("oc-cell");
        if (shown.size() > FEW) {
            var more = new Button(all ? "Fewer" : "All " + shown.size());
            more.setMnemonicParsing(false);
            more.getStyleClass().addAll("flat", "oc-small-button");
            more.setFocusTraversable(false);
            more.setOnAction(event -> {
                all = !all;
                draw();
            });
            head.getChildren().add(more);
        }
        return head;
    }

    private Node line(Unpaged one) {
        String name = one.labels().get("alertname");
        Label title = SafeText.label(name.isEmpty() ? "(no name)" : name, "oc-strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var age = new Age(zone);
        age.setMinWidth(Region.USE_PREF_SIZE);
        aged.add(new Aged(age, one.activeAt()));
        Label labels = SafeText.label(
                AlertRow.telling(one.labels().byName().entrySet().stream()
                        .filter(label -> !label.getKey().equals("alertname"))),
                "oc-muted");
        labels.setMinWidth(0);
        Label why = SafeText.label(
                (one.certain() ? "" : "not certain: ") + one.reason() + "  (" + one.source() + ")", "oc-faint");
        why.setMinWidth(0);
        var line = new HBox(title, age, why, labels);
        line.getStyleClass().add("oc-cell");
        return line;
    }
}
