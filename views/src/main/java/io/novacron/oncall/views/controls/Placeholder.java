package io.novacron.oncall.views.controls;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.themes.Icon;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What stands where data would: an icon, a sentence that names the thing, and where there is one a way out. Empty,
/// loading
/// and failed look different, since they are. FX thread only.
public final class Placeholder extends VBox {
    private static final int LONGEST = 2_000;

    private Placeholder(Icon icon, String sentence) {
        getStyleClass().add("oc-placeholder");
        var picture = icon.node();
        picture.getStyleClass().add("oc-icon-large");
        var text = new Label(Visible.line(sentence, LONGEST));
        text.getStyleClass().add("oc-placeholder-text");
        text.setMnemonicParsing(false);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(picture, text);
    }

    /// There is truly nothing: the question was answered.
    public static Placeholder empty(Icon icon, String sentence) {
        return new Placeholder(icon, sentence);
    }

    /// The question is not answered yet.
    public static Placeholder loading(String sentence) {
        return marked(Icon.CLOCK, sentence, "oc-placeholder-loading");
    }

    /// The question was not answered; this never looks like nothing.
    public static Placeholder failed(String sentence) {
        return marked(Icon.WARNING, sentence, "oc-placeholder-error");
    }

    /// The same with a button that leads out.
    public Placeholder wayOut(String label, Runnable action) {
        var button = new Button(label);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
        return this;
    }

    private static Placeholder marked(Icon icon, String sentence, String styleClass) {
        var placeholder = new Placeholder(icon, sentence);
        placeholder.getStyleClass().add(styleClass);
        return placeholder;
    }
}
