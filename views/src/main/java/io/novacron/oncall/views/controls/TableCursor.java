package io.novacron.oncall.views.controls;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/// Moves through a table by keys. Normally the line under the cursor is the one selected; after [#mark] lines are
/// gathered: the cursor moves alone and marks add up, until [#clear]. FX thread only.
public final class TableCursor<R> {
    private final TableView<R> table;
    private boolean gathering;

    public TableCursor(TableView<R> table) {
        this.table = table;
    }

    public boolean gathering() {
        return gathering;
    }

    /// Down for 1, up for -1.
    public void move(int step) {
        int count = table.getItems().size();
        if (count > 0) {
            int at = table.getFocusModel().getFocusedIndex();
            int to = at < 0 ? 0 : Math.clamp((long) at + step, 0, count - 1);
            if (gathering) {
                table.getFocusModel().focus(to);
            } else {
                table.getSelectionModel().clearAndSelect(to);
            }
            reveal(to);
        }
    }

    /// Goes to the next line that passes, downwards for 1, upwards for -1; false if there is none.
    public boolean seek(int step, Predicate<R> wanted) {
        List<R> rows = table.getItems();
        for (int i = table.getFocusModel().getFocusedIndex() + step; i >= 0 && i < rows.size(); i += step) {
            if (wanted.test(rows.get(i))) {
                gathering = false;
                table.getSelectionModel().clearAndSelect(i);
                reveal(i);
                return true;
            }
        }
        return false;
    }

    /// Marks the line under the cursor, or takes its mark away.
    public void mark() {
        int at = table.getFocusModel().getFocusedIndex();
        if (at < 0) {
            return;
        }
        var selection = table.getSelectionModel();
        if (gathering && selection.isSelected(at)) {
            selection.clearSelection(at);
        } else {
            selection.select(at);
        }
        gathering = true;
        table.getFocusModel().focus(at);
    }

    public void markAll() {
        table.getSelectionModel().selectAll();
        gathering = true;
    }

    /// Back to one line; false if it was so already.
    public boolean clear() {
        boolean many =
                gathering || table.getSelectionModel().getSelectedIndices().size() > 1;
        gathering = false;
        int at = table.getFocusModel().getFocusedIndex();
        if (many && at >= 0) {
            table.getSelectionModel().clearAndSelect(at);
        }
        return many;
    }

    private void reveal(int index) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            show(flow, index);
        }
    }

    /// Scrolls only if the line is not wholly on the screen.
    private static void show(VirtualFlow<?> flow, int index) {
        var first = flow.getFirstVisibleCell();
        var last = flow.getLastVisibleCell();
        if (first == null || last == null) {
            return;
        }
        int lines = Math.max(1, last.getIndex() - first.getIndex() - 1);
        if (index <= first.getIndex()) {
            flow.scrollTo(index);
        } else if (index >= last.getIndex()) {
            flow.scrollTo(Math.max(0, index - lines + 1));
        }
    }
}
