package io.novacron.oncall.views.controls;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Key caps and what they do: `[Ctrl] [K] search`. FX thread only.
public final class KeyHint extends HBox {
    /// One cap per key.
    ///
    /// @param keys    the keys held together, `+` between them: `Ctrl+K`
    /// @param meaning what they do, or nothing when the place says it
    public KeyHint(String keys, String meaning) {
        getStyleClass().add("oc-key-hint");
        for (int from = 0; from < keys.length(); ) {
            int plus = keys.indexOf('+', from + 1);
            int to = plus < 0 ? keys.length() : plus;
            getChildren().add(label(keys.substring(from, to), "oc-key"));
            from = to + 1;
        }
        if (!meaning.isEmpty()) {
            getChildren().add(label(meaning, "oc-faint"));
        }
        setAccessibleText(keys + " " + meaning);
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.setMnemonicParsing(false);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
