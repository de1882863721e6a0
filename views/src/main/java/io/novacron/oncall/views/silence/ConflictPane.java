package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.action.SilenceConflict;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.views.controls.Dialogs;
import io.novacron.oncall.views.controls.SafeText;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Somebody else changed the silence meanwhile: what was there, what each of the two made of it, and the choice. FX
/// thread only.
final class ConflictPane extends VBox {
    ConflictPane(SilenceConflict conflict, SilenceEditor editor) {
        getStyleClass().add("oc-card");
        setSpacing(8);
        setId("silence-conflict");
        var grid = new GridPane();
        grid.getStyleClass().add("oc-kv");
        grid.addRow(0, head(""), head("AS YOU SAW IT"), head("YOURS"), head("THEIRS"));
        for (SilenceConflict.Difference one : conflict.differences()) {
            grid.addRow(
                    grid.getRowCount(),
                    SafeText.label(one.part(), "oc-kv-key"),
                    cell(one.base(), "oc-faint"),
                    cell(one.mine(), "oc-kv-value"),
                    cell(one.theirs(), one.theirs().equals(one.base()) ? "oc-faint" : "oc-strong"));
        }
        getChildren()
                .addAll(
                        Dialogs.text("Somebody else changed it meanwhile. Nothing of yours was written.", "oc-strong"),
                        grid);
        if (conflict.theirs().state() == SilenceState.EXPIRED) {
            getChildren()
                    .add(Dialogs.text(
                            "It has ended, so there is nothing to change; make it again from the list.", "oc-muted"));
            return;
        }
        var theirs = button("Take theirs", () -> editor.takeTheirs(conflict));
        var mine = button("Put mine over theirs", () -> editor.putMineOver(conflict));
        getChildren().add(new HBox(8, theirs, mine));
    }

    private static Button button(String text, Runnable action) {
        var button = new Button(text);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label head(String text) {
        return SafeText.label(text, "oc-overline");
    }

    private static Label cell(String text, String styleClass) {
        Label label = SafeText.label("", styleClass);
        label.setText(Visible.line(text, 300));
        label.setWrapText(true);
        label.setMaxWidth(260);
        return label;
    }
}
