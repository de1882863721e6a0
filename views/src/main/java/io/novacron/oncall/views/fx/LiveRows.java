package io.novacron.oncall.views.fx;

import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The rows of a table that is replaced often and mostly by the same rows. `setAll` of an ordinary list makes a table
/// empty all its cells and fill and style them anew; this list tells which places hold another row, and the cells of
/// all others stay as they are. FX thread only.
public final class LiveRows<R> extends ObservableListBase<R> {
    private List<R> rows = List.of();

    /// Puts `newRows` in place of all rows. A row that did not change should be the very object of before, or it counts
    /// as another one.
    public void show(List<? extends R> newRows) {
        List<R> before = rows;
        List<R> after = List.copyOf(newRows);
        int common = Math.min(before.size(), after.size());
        beginChange();
        rows = after;
        for (int i = 0; i < common; i++) {
            if (!same(before.get(i), after.get(i))) {
                nextUpdate(i);
            }
        }
        if (after.size() > common) {
            nextAdd(common, after.size());
        } else if (before.size() > common) {
            nextRemove(common, before.subList(common, before.size()));
        }
        endChange();
    }

    @SuppressWarnings("ReferenceEquality") // to compare what rows hold would cost the time that this list is to save
    static boolean same(@Nullable Object before, @Nullable Object after) {
        return before == after;
    }

    @Override
    public R get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
