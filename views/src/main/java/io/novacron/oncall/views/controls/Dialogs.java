package io.novacron.oncall.views.controls;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The common shape of the dialogs: a title, what is asked, and one button that does it, which Ctrl+Enter presses too.
/// FX thread only.
public final class Dialogs {
    private static final KeyCombination DO_IT = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private Dialogs() {}

    public static VBox of(String title, Button action, Runnable cancel, Node... content) {
        var dialog = new VBox();
        dialog.getStyleClass().add("oc-dialog");
        var back = new Button("Cancel");
        back.setMnemonicParsing(false);
        back.setOnAction(event -> cancel.run());
        action.setMnemonicParsing(false);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons =
                new HBox(8, new KeyHint("Ctrl+Enter", "do it"), new KeyHint("Esc", "cancel"), space, back, action);
        buttons.getStyleClass().add("oc-dialog-buttons");
        dialog.getChildren().add(SafeText.label(title, "oc-title"));
        dialog.getChildren().addAll(content);
        dialog.getChildren().add(buttons);
        dialog.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (DO_IT.match(event)) {
                event.consume();
                if (!action.isDisabled()) {
                    action.fire();
                }
            }
        });
        return dialog;
    }

    /// A paragraph of our own words.
    public static Label text(String text, String... styleClasses) {
        Label label = SafeText.label(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static VBox field(String name, Node field) {
        var box = new VBox(SafeText.label(name, "oc-overline"), field);
        box.getStyleClass().add("oc-field");
        return box;
    }
}
