package io.novacron.oncall.views.fx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// Replaces the rows of a table under the user's hands: what is selected, what has the focus and what stands at the
/// upper
/// edge stay, told by the rows' ids, although every row object is a new one. FX thread only.
///
/// A table scrolled to its very top stays there, so that what is new and worst is seen. When the row at the edge is
/// gone,
/// the next one that is still there takes its place.
///
/// @param <R> the row type; two rows with equal ids are the same thing at different times
public final class TableAnchor<R> {
    /// How many rows may take the place of a vanished one at the upper edge.
    private static final int HEIRS = 200;
    /// How far from its old place a row is looked for before all rows are.
    private static final int NEAR = 500;

    private final TableView<R> table;
    private final Function<? super R, ? extends Object> id;
    private final ReadOnlyObjectWrapper<Optional<R>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean replacing;

    public TableAnchor(TableView<R> table, Function<? super R, ? extends Object> id) {
        this.table = table;
        this.id = id;
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> follow());
    }

    /// The row selected last. It does not flicker to empty and back while rows are replaced: it changes to the new row
    /// of
    /// the same id, or to empty when that id is gone.
    public ReadOnlyObjectProperty<Optional<R>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Puts `rows` in place of all rows.
    public void setAll(List<? extends R> rows) {
        var chosen = chosen();
        var lead =
                Optional.ofNullable(table.getSelectionModel().getSelectedItem()).<Object>map(id);
        var focus = focus();
        var edge = edge();
        replacing = true;
        try {
            if (table.getItems() instanceof LiveRows<R> live) {
                live.show(rows);
            } else {
                table.getItems().setAll(rows);
            }
            var places = new Places();
            restoreSelection(chosen, lead, places);
            restoreFocus(focus, places);
            restoreEdge(edge, places);
        } finally {
            replacing = false;
            follow();
        }
    }

    /// Selects the row with this id, gives it the focus and scrolls to it.
    ///
    /// @return false when no row has it; then nothing changes
    public boolean select(Object wanted) {
        Integer index = new Places().of(wanted, 0);
        if (index == null) {
            return false;
        }
        table.getSelectionModel().clearAndSelect(index);
        table.getFocusModel().focus(index);
        table.scrollTo(Math.max(0, index - 3));
        return true;
    }

    private void follow() {
        if (!replacing) {
            selected.set(Optional.ofNullable(table.getSelectionModel().getSelectedItem()));
        }
    }

    private List<Held> chosen() {
        var chosen = new ArrayList<Held>();
        for (int index : table.getSelectionModel().getSelectedIndices()) {
            if (index >= 0 && index < table.getItems().size()) { // the model may lag behind while its items change
                chosen.add(new Held(id.apply(table.getItems().get(index)), index));
            }
        }
        return chosen;
    }

    private void restoreSelection(List<Held> chosen, Optional<Object> lead, Places places) {
        var model = table.getSelectionModel();
        if (model.getSelectedIndices().size() == chosen.size()
                && chosen.stream().allMatch(this::standsSelected)) {
            return;
        }
        model.clearSelection();
        int[] indices = chosen.stream()
                .filter(held -> !lead.equals(Optional.of(held.id())))
                .map(held -> places.of(held.id(), held.index()))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
        if (indices.length > 0) {
            model.selectIndices(indices[0], indices);
        }
        chosen.stream()
                .filter(held -> lead.equals(Optional.of(held.id())))
                .findFirst()
                .map(held -> places.of(held.id(), held.index()))
                .ifPresent(model::select);
    }

    /// The only row selected is where it was, and no other one than before.
    private boolean standsSelected(Held held) {
        var model = table.getSelectionModel();
        return model.getSelectedIndices().size() == 1
                && model.getSelectedIndex() == held.index()
                && held.index() < table.getItems().size()
                && LiveRows.same(table.getItems().get(held.index()), model.getSelectedItem());
    }

    private Focus focus() {
        int index = table.getFocusModel().getFocusedIndex();
        return new Focus(
                index,
                Optional.ofNullable(table.getFocusModel().getFocusedItem()).map(id));
    }

    private void restoreFocus(Focus focus, Places places) {
        int fallback = Math.min(focus.index(), table.getItems().size() - 1);
        int wanted = focus.id().map(held -> places.of(held, focus.index())).orElse(fallback);
        if (table.getFocusModel().getFocusedIndex() != wanted
                || !Objects.equals(table.getFocusModel().getFocusedItem(), item(wanted))) {
            table.getFocusModel().focus(wanted);
        }
    }

    private @Nullable R item(int index) {
        return index < 0 ? null : table.getItems().get(index);
    }

    private Optional<Edge> edge() {
        table.layout(); // rows may have been replaced since the last pulse, and the cells not followed yet
        return flow().flatMap(flow -> Optional.ofNullable(flow.getFirstVisibleCell()))
                .filter(cell -> cell.getIndex() > 0 || cell.getLayoutY() < 0)
                .map(cell -> new Edge(idsFrom(cell.getIndex()), cell.getIndex(), cell.getLayoutY()));
    }

    private List<Object> idsFrom(int index) {
        List<R> rows = table.getItems();
        int from = Math.min(index, rows.size());
        return rows.subList(from, Math.min(from + HEIRS, rows.size())).stream()
                .<Object>map(id)
                .toList();
    }

    private void restoreEdge(Optional<Edge> edge, Places places) {
        var flow = flow();
        if (edge.isEmpty() || flow.isEmpty()) {
            return;
        }
        for (Object wanted : edge.get().ids()) {
            Integer index = places.of(wanted, edge.get().index());
            if (index != null) {
                table.layout();
                if (!stands(flow.get(), index, edge.get().offset())) {
                    flow.get().scrollToTop(index); // scrollTo leaves a row that is on the screen where it is
                    table.layout();
                    flow.get().scrollPixels(-edge.get().offset());
                }
                return;
            }
        }
    }

    private static boolean stands(VirtualFlow<?> flow, int index, double offset) {
        var first = flow.getFirstVisibleCell();
        return first != null && first.getIndex() == index && Math.abs(first.getLayoutY() - offset) < 0.5;
    }

    private Optional<VirtualFlow<?>> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }

    private record Held(Object id, int index) {}

    private record Focus(int index, Optional<Object> id) {}

    /// The ids from the row at the upper edge on, which index that row had, and how far (px, ≤ 0) it begins above the
    /// edge.
    private record Edge(List<Object> ids, int index, double offset) {}

    /// Where the rows are now. Most are near where they were; only when one is not are all rows looked at.
    private final class Places {
        private final List<R> rows = table.getItems();
        private @Nullable Map<Object, Integer> all;

        /// Null when no row has this id.
        @Nullable
        Integer of(Object wanted, int before) {
            if (all != null) {
                return all.get(wanted);
            }
            for (int far = 0; far <= NEAR; far++) {
                if (has(wanted, before + far)) {
                    return before + far;
                }
                if (has(wanted, before - far)) {
                    return before - far;
                }
            }
            var places = new HashMap<Object, Integer>();
            for (int i = 0; i < rows.size(); i++) {
                places.putIfAbsent(id.apply(rows.get(i)), i);
            }
            all = places;
            return places.get(wanted);
        }

        private boolean has(Object wanted, int index) {
            return index >= 0
                    && index < rows.size()
                    && id.apply(rows.get(index)).equals(wanted);
        }
    }
}
