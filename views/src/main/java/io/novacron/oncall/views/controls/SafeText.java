package io.novacron.oncall.views.controls;

import io.novacron.oncall.core.text.Visible;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/// Shows text from outside (labels, log lines, names) so that it cannot hide, turn or forge anything, and so that
/// JavaFX
/// does not eat its underscores as mnemonics (reliability guide F80 to F85). FX thread only.
public final class SafeText {
    private static final String ESCAPED = "oc-escaped";

    private SafeText() {}

    /// A label that shows `text` on one line of at most [Visible#CELL] characters.
    public static Label label(String text, String... styleClasses) {
        var label = new Label();
        label.getStyleClass().addAll(styleClasses);
        show(label, text);
        return label;
    }

    /// Shows `text` on one line of at most [Visible#CELL] characters; text that had to be escaped is marked by colour.
    public static void show(Labeled labeled, String text) {
        labeled.setMnemonicParsing(false);
        labeled.setText(Visible.line(text));
        labeled.getStyleClass().remove(ESCAPED);
        if (Visible.suspicious(text)) {
            labeled.getStyleClass().add(ESCAPED);
        }
    }
}
