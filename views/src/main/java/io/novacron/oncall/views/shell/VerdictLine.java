package io.novacron.oncall.views.shell;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.alert.Verdict;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import io.novacron.oncall.views.controls.SafeText;
import io.novacron.oncall.views.controls.SeverityBadge;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// How things stand, in one line: the word, counts by severity, what is quiet, what we do not know. FX thread only.
final class VerdictLine extends HBox {
    private final Label word = SafeText.label("", "oc-verdict-word");
    private final FlowPane counts = new Counts();
    private final Label quiet = SafeText.label("", "oc-verdict-quiet");
    private final Label doubt = SafeText.label("", "oc-verdict-doubt");
    private final Tooltip doubts = new Tooltip();
    private Optional<Verdict> shown = Optional.empty();

    VerdictLine(Node end) {
        getStyleClass().add("oc-verdict");
        counts.getStyleClass().add("oc-verdict-counts");
        word.setMinWidth(Region.USE_PREF_SIZE);
        quiet.setMinWidth(0);
        doubt.setMinWidth(0);
        doubt.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(doubt, Priority.ALWAYS);
        getChildren().addAll(word, counts, quiet, doubt, end);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    void show(Verdict verdict) {
        if (shown.equals(Optional.of(verdict))) {
            return;
        }
        shown = Optional.of(verdict);
        VerdictText text = VerdictText.of(verdict);
        getStyleClass().removeAll("oc-verdict-ok", "oc-verdict-unknown", "oc-verdict-firing");
        getStyleClass().add(styleClass(verdict.word()));
        word.setGraphic(icon(verdict.word()).node());
        word.setText(text.word());
        counts.getChildren().clear();
        for (Severity severity : Severity.values()) {
            int count = verdict.firing().getOrDefault(severity, 0);
            if (count > 0) {
                var badge = SeverityBadge.of(severity);
                badge.setText(severity.mark() + "  " + count);
                counts.getChildren().add(badge);
            }
        }
        shown(counts, !counts.getChildren().isEmpty());
        quiet.setText(text.quiet());
        shown(quiet, !text.quiet().isEmpty());
        SafeText.show(doubt, text.doubt());
        doubts.setText(Visible.block(String.join("\n", verdict.doubts())));
        Tooltip.uninstall(doubt, doubts);
        if (!verdict.doubts().isEmpty()) {
            Tooltip.install(doubt, doubts);
        }
        setAccessibleText(text.spoken());
    }

    private static void shown(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    private static String styleClass(Verdict.Word word) {
        return switch (word) {
            case ALL_CLEAR -> "oc-verdict-ok";
            case UNKNOWN -> "oc-verdict-unknown";
            case FIRING -> "oc-verdict-firing";
        };
    }

    private static Icon icon(Verdict.Word word) {
        return switch (word) {
            case ALL_CLEAR -> Icon.CHECK;
            case UNKNOWN -> Icon.QUESTION;
            case FIRING -> Icon.BELL;
        };
    }

    /// On one line wherever there is room.
    private static final class Counts extends FlowPane {
        @Override
        protected double computePrefWidth(double height) {
            double gaps = Math.max(0, getChildren().size() - 1) * getHgap();
            return gaps
                    + getChildren().stream()
                            .mapToDouble(child -> Math.ceil(child.prefWidth(-1)))
                            .sum();
        }
    }
}
