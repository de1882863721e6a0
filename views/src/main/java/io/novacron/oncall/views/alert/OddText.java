package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.text.Oddity;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.views.controls.SafeText;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says of a text from outside that it may not be what it looks like, and shows it letter by letter (reliability guide
/// F81, F82). FX thread only.
final class OddText {
    private OddText() {}

    /// `shown` as it is where nothing is odd; else with a chip for each oddity and a way to see the text written out.
    static Node of(String text, Node shown, int limit) {
        var odd = Oddity.of(text);
        if (odd.isEmpty()) {
            return shown;
        }
        var chips = new FlowPane(6, 2);
        odd.forEach(one -> {
            Label chip = SafeText.label(one.word(), "oc-chip", "oc-odd");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chips.getChildren().add(chip);
        });
        Label written = SafeText.label(Visible.raw(text, limit), "oc-mono", "oc-muted");
        written.setText(Visible.raw(text, limit));
        written.setWrapText(true);
        written.setMinHeight(Region.USE_PREF_SIZE);
        var raw = new ToggleButton("raw");
        raw.setMnemonicParsing(false);
        raw.setFocusTraversable(false);
        raw.getStyleClass().addAll("flat", "oc-small-button");
        raw.selectedProperty().subscribe(on -> Shown.present(written, on));
        chips.getChildren().add(raw);
        return new VBox(shown, chips, written);
    }
}
