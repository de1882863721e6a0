package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.Dialogs;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.SeverityBadge;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the silence would hit now: how many, which, and what is odd about it. FX thread only.
final class OutlookPane extends VBox {
    /// How many alerts of each kind are listed by name.
    private static final int LISTED = 6;

    OutlookPane() {
        getStyleClass().add("oc-preview");
    }

    /// Nothing is known yet.
    void counting() {
        getChildren()
                .setAll(SafeText.label("IT WOULD HIT NOW", "oc-overline"), SafeText.label("counting…", "oc-muted"));
    }

    void show(Outlook outlook, boolean selection) {
        boolean live = outlook.doubt().isEmpty();
        getChildren()
                .setAll(SafeText.label(
                        live ? "IT WOULD HIT NOW" : "IT WOULD HAVE HIT, WHEN LAST HEARD", "oc-overline"));
        if (!live) {
            getChildren().add(sentence(outlook.doubt(), Icon.WARNING, "oc-problem"));
        }
        outlook.preview().ifPresent(now -> hits(now, outlook, selection));
        for (String problem : outlook.draft().problems()) {
            getChildren().add(sentence(problem, Icon.CROSS, "oc-problem"));
        }
    }

    private void hits(SilencePreview now, Outlook outlook, boolean selection) {
        var share = String.format(Locale.ROOT, "of %d alerts  ·  %.1f %%", now.of(), now.percent());
        var total = new HBox(
                10, SafeText.label(Integer.toString(now.count()), "oc-count"), SafeText.label(share, "oc-muted"));
        total.getStyleClass().add("oc-cell");
        getChildren().add(total);
        var severities = new FlowPane(6, 4);
        now.bySeverity().forEach((severity, hits) -> {
            var badge = SeverityBadge.of(severity);
            badge.setText(severity.mark() + "  " + hits);
            severities.getChildren().add(badge);
        });
        if (!severities.getChildren().isEmpty()) {
            getChildren().add(severities);
        }
        for (String warning : outlook.warnings()) {
            getChildren().add(sentence(warning, Icon.WARNING, "oc-warning"));
        }
        list("NEWLY HIT", outlook.newly());
        if (selection) {
            list("SELECTED BUT NOT HIT", outlook.missed());
        }
        list("SILENCED ALREADY", outlook.already());
    }

    private void list(String title, List<Alert> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        var box = new VBox(3, SafeText.label(title + "  " + alerts.size(), "oc-overline"));
        alerts.stream().limit(LISTED).map(OutlookPane::line).forEach(box.getChildren()::add);
        if (alerts.size() > LISTED) {
            box.getChildren().add(SafeText.label("and " + (alerts.size() - LISTED) + " more", "oc-faint"));
        }
        getChildren().add(box);
    }

    private static Node line(Alert alert) {
        var name = SafeText.label(alert.name(), "oc-strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var summary = SafeText.label(alert.summary(), "oc-faint");
        summary.setMinWidth(0);
        var line = new HBox(8, SeverityBadge.of(alert.severity()), name, summary);
        line.getStyleClass().add("oc-cell");
        return line;
    }

    private static Node sentence(String text, Icon icon, String styleClass) {
        Label label = Dialogs.text(text, styleClass);
        label.setGraphic(icon.node());
        return label;
    }
}
