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
        var chosen = ids(table.getSelectionModel().getSelectedItems());
        var lead =
                Optional.ofNullable(table.getSelectionModel().getSelectedItem()).<Object>map(id);
        var focus = focus();
        var edge = edge();
        replacing = true;
        try {
            table.getItems().setAll(rows);
            var places = places();
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
        Integer index = places().get(wanted);
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

    private List<Object> ids(List<R> rows) {
        var ids = new ArrayList<>();
        for (R row : rows) {
            if (row != null) { // a selection model may hold a hole while its items change
                ids.add(id.apply(row));
            }
        }
        return ids;
    }

    private Map<Object, Integer> places() {
        var places = new HashMap<Object, Integer>();
        List<R> rows = table.getItems();
        for (int i = 0; i < rows.size(); i++) {
            places.putIfAbsent(id.apply(rows.get(i)), i);
        }
        return places;
    }

    private void restoreSelection(List<Object> chosen, Optional<Object> lead, Map<Object, Integer> places) {
        var model = table.getSelectionModel();
        model.clearSelection();
        int[] indices = chosen.stream()
                .filter(wanted -> !lead.equals(Optional.of(wanted)))
                .map(places::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
        if (indices.length > 0) {
            model.selectIndices(indices[0], indices);
        }
        lead.map(places::get).ifPresent(model::select);
    }

    private Focus focus() {
        int index = table.getFocusModel().getFocusedIndex();
        return new Focus(
                index,
                Optional.ofNullable(table.getFocusModel().getFocusedItem()).map(id));
    }

    private void restoreFocus(Focus focus, Map<Object, Integer> places) {
        int fallback = Math.min(focus.index(), table.getItems().size() - 1);
        table.getFocusModel().focus(focus.id().map(places::get).orElse(fallback));
    }

    private Optional<Edge> edge() {
        table.layout(); // rows may have been replaced since the last pulse, and the cells not followed yet
        return flow().flatMap(flow -> Optional.ofNullable(flow.getFirstVisibleCell()))
                .filter(cell -> cell.getIndex() > 0 || cell.getLayoutY() < 0)
                .map(cell -> new Edge(idsFrom(cell.getIndex()), cell.getLayoutY()));
    }

    private List<Object> idsFrom(int index) {
        List<R> rows = table.getItems();
        int from = Math.min(index, rows.size());
        return ids(rows.subList(from, Math.min(from + HEIRS, rows.size())));
    }

    private void restoreEdge(Optional<Edge> edge, Map<Object, Integer> places) {
        var flow = flow();
        if (edge.isEmpty() || flow.isEmpty()) {
            return;
        }
        for (Object wanted : edge.get().ids()) {
            Integer index = places.get(wanted);
            if (index != null) {
                table.layout();
                flow.get().scrollToTop(index); // scrollTo leaves a row that is on the screen where it is
                table.layout();
                flow.get().scrollPixels(-edge.get().offset());
                return;
            }
        }
    }

    private Optional<VirtualFlow<?>> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }

    private record Focus(int index, Optional<Object> id) {}

    /// The ids from the row at the upper edge on, and how far (px, ≤ 0) that row begins above the edge.
    private record Edge(List<Object> ids, double offset) {}
}
