package io.novacron.oncall.views.routing;

import io.novacron.oncall.core.routing.InhibitRule;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.views.controls.SafeText;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What inhibits an alert and by which rule, and what it inhibits itself. FX thread only.
final class InhibitionSection {
    private InhibitionSection() {}

    static Node of(Inhibition inhibition) {
        var section = new VBox(SafeText.label("INHIBITION", "oc-overline"));
        section.getStyleClass().add("oc-section");
        if (inhibition.by().isEmpty()) {
            section.getChildren()
                    .add(WhoIsToldPane.wrapped("Alertmanager names no alert that inhibits it.", "oc-muted"));
        }
        for (Inhibition.By by : inhibition.by()) {
            String name = by.alert()
                    .map(alert -> alert.name() + " (" + by.fingerprint() + ")")
                    .orElse(by.fingerprint());
            section.getChildren()
                    .add(WhoIsToldPane.wrapped("Inhibited by " + name + "; others may exist.", "oc-kv-value"));
            by.rule().ifPresent(rule -> section.getChildren().add(rule(rule)));
            if (by.alert().isEmpty()) {
                section.getChildren()
                        .add(WhoIsToldPane.wrapped(
                                "That alert is not listed now, so its rule is not known.", "oc-muted"));
            } else if (by.rule().isEmpty()) {
                section.getChildren()
                        .add(WhoIsToldPane.wrapped("No rule of the shown configuration explains it.", "oc-warning"));
            }
        }
        if (inhibition.quieting() > 0) {
            section.getChildren()
                    .add(WhoIsToldPane.wrapped(
                            "It keeps at least " + inhibition.quieting()
                                    + (inhibition.quieting() == 1 ? " alert quiet." : " alerts quiet."),
                            "oc-kv-value"));
        }
        return section;
    }

    private static Node rule(InhibitRule rule) {
        var lines = new VBox();
        if (!rule.name().isEmpty()) {
            lines.getChildren().add(WhoIsToldPane.wrapped("rule " + rule.name(), "oc-muted"));
        }
        lines.getChildren()
                .addAll(
                        WhoIsToldPane.wrapped("while " + Matcher.toText(rule.sourceMatchers()), "oc-mono", "oc-muted"),
                        WhoIsToldPane.wrapped("quiet " + Matcher.toText(rule.targetMatchers()), "oc-mono", "oc-muted"),
                        WhoIsToldPane.wrapped(
                                rule.equal().isEmpty()
                                        ? "whatever their labels"
                                        : "with equal " + String.join(", ", rule.equal()),
                                "oc-muted"));
        return lines;
    }
}
