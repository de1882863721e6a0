package io.novacron.oncall.views.notify;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// A chip to press, gone while it has nothing to say. FX thread only.
final class ChipButton extends Button {
    private final Tooltip why = new Tooltip();
    private String styled = "";

    ChipButton() {
        getStyleClass().setAll("oc-source-chip");
        setMnemonicParsing(false);
        setMinWidth(USE_PREF_SIZE);
        setTooltip(why);
    }

    /// @param reason may hold several lines
    void show(String text, String reason, Icon icon, String stateClass) {
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
        if (!styled.equals(stateClass)) {
            getStyleClass().remove(styled);
            getStyleClass().add(stateClass);
            styled = stateClass;
            setGraphic(icon.node());
        }
        setText(text);
        why.setText(Visible.block(reason));
        setAccessibleText(text + ": " + why.getText());
    }
}
