package io.novacron.oncall.views.controls;

import javafx.scene.control.TableView;

/// Moves the selection of a table as its arrow keys do, for keys that are not arrows. FX thread only.
public final class TableSteps {
    private static final int CONTEXT = 5;

    private TableSteps() {}

    /// Down by `lines`, up where negative; it stops at the ends.
    public static void move(TableView<?> table, int lines) {
        int size = table.getItems().size();
        if (size > 0) {
            int next = Math.clamp((long) table.getSelectionModel().getSelectedIndex() + lines, 0, size - 1);
            table.getSelectionModel().clearAndSelect(next);
            table.getFocusModel().focus(next);
            table.scrollTo(Math.max(0, next - CONTEXT));
        }
    }
}
