package io.novacron.oncall.views.fx;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Single keys of a view. They are inert while text is typed and while a modifier is held. FX thread only.
public final class Keys {
    private final Map<KeyCode, Runnable> actions = new EnumMap<>(KeyCode.class);

    /// What a key does.
    public Keys on(KeyCode code, Runnable action) {
        actions.put(code, action);
        return this;
    }

    /// `j` and `k` move the selection of a table as the arrows do.
    public Keys moving(TableView<?> table) {
        return on(KeyCode.J, () -> move(table, 1)).on(KeyCode.K, () -> move(table, -1));
    }

    /// Listens to keys pressed anywhere in `view`.
    public void listen(Node view) {
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl || event.getTarget() instanceof ComboBoxBase<?>;
        boolean modified = event.isControlDown() || event.isAltDown() || event.isMetaDown() || event.isShiftDown();
        Runnable action = actions.get(event.getCode());
        if (action != null && !modified && (!typing || event.getCode() == KeyCode.ESCAPE)) {
            action.run();
            event.consume();
        }
    }

    private static void move(TableView<?> table, int lines) {
        int size = table.getItems().size();
        if (size > 0) {
            int now = table.getSelectionModel().getSelectedIndex();
            int next = Math.max(0, Math.min(size - 1, now + lines));
            table.getSelectionModel().clearAndSelect(next);
            table.getFocusModel().focus(next);
            table.scrollTo(Math.max(0, next - 5));
        }
    }
}
