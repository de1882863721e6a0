package io.novacron.oncall.views.controls;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A bar across a view with one sentence that must not be missed, gone while there is none. FX thread only.
public final class Banner extends HBox {
    private static final int LONGEST = 600;

    private final Label sentence = new Label();
    private final Button wayOut = new Button();
    private String shown = "";

    /// Begins hidden.
    public Banner() {
        getStyleClass().add("oc-banner");
        sentence.setMnemonicParsing(false);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        wayOut.setMnemonicParsing(false);
        wayOut.getStyleClass().add("flat");
        wayOut.setMinWidth(USE_PREF_SIZE);
        getChildren().add(sentence);
        hide();
    }

    /// The answer is not whole, or is not of now.
    public Banner caution(String text) {
        return show(text, Icon.WARNING, "oc-banner-caution");
    }

    /// There is no answer.
    public Banner failed(String text) {
        return show(text, Icon.CROSS, "oc-banner-failed");
    }

    /// Something is under way or worth knowing.
    public Banner note(String text, Icon icon) {
        return show(text, icon, "oc-banner-note");
    }

    /// Adds a button to the sentence shown.
    public Banner wayOut(String label, Runnable action) {
        wayOut.setText(label);
        wayOut.setOnAction(event -> action.run());
        getChildren().setAll(sentence, wayOut);
        return this;
    }

    /// Nothing to say.
    public void hide() {
        setVisible(false);
        setManaged(false);
    }

    private Banner show(String text, Icon icon, String styleClass) {
        String safe = Visible.line(text, LONGEST);
        if (!sentence.getText().equals(safe)) {
            sentence.setText(safe);
            sentence.setTooltip(new Tooltip(safe));
        }
        if (!shown.equals(styleClass)) {
            getStyleClass().remove(shown);
            getStyleClass().add(styleClass);
            shown = styleClass;
        }
        sentence.setGraphic(icon.node());
        getChildren().setAll(sentence);
        setVisible(true);
        setManaged(true);
        return this;
    }
}
