package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.settings.TableState;
import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.triage.Field;
import io.novacron.oncall.core.triage.SortBy;
import io.novacron.oncall.themes.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// Which columns the list has, how wide and in which order: as the operator chose them, less those for which there is
/// no
/// room, and a single one in a narrow window. A click on a head only says what to order by; the order itself is made
/// elsewhere. FX thread only.
final class AlertColumns {
    /// Below this there is one column of cards, in px at the text size of a laptop.
    private static final double NARROW = 760;

    private final TableView<Line> table;
    private final TriageModel triage;
    private final Map<AlertColumn, TableColumn<Line, Line>> columns = new EnumMap<>(AlertColumn.class);
    private final Map<TableColumn<Line, ?>, AlertColumn> byColumn = new HashMap<>();
    private final TableColumn<Line, Line> card = new TableColumn<>("Alerts");
    private final Set<AlertColumn> chosen = EnumSet.noneOf(AlertColumn.class);
    private boolean arranging;
    private double factor = 1;

    /// @param words what a column says of a line, for fitting a column to what it holds
    AlertColumns(TableView<Line> table, TriageModel triage, BiFunction<AlertColumn, Line, String> words) {
        this.table = table;
        this.triage = triage;
        for (AlertColumn column : AlertColumn.values()) {
            var made = new TableColumn<Line, Line>(column.title());
            made.setId(column.id());
            made.setSortable(column.sort() != null);
            made.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
            made.setCellFactory(wanted -> new Ruler(line -> words.apply(column, line)));
            columns.put(column, made);
            byColumn.put(made, column);
            if (column.usually()) {
                chosen.add(column);
            }
        }
        card.setId("card");
        card.setSortable(false);
        table.getColumns().add(card);
        table.getColumns().addAll(columns.values());
        table.setSortPolicy(view -> {
            sorted();
            return true;
        });
        table.widthProperty().subscribe(this::fit);
        table.sceneProperty().subscribe(scene -> fit());
        table.getColumns().addListener((ListChangeListener<TableColumn<Line, ?>>) change -> keep());
        triage.columnsProperty().subscribe(this::arrange);
        triage.wishProperty().subscribe(wish -> mark(wish.sort()));
        fit();
    }

    boolean isChosen(AlertColumn column) {
        return chosen.contains(column);
    }

    /// Whether it is drawn now: chosen, and there is room.
    boolean shows(AlertColumn column) {
        TableColumn<Line, Line> made = columns.get(column);
        return made != null && made.isVisible();
    }

    void choose(AlertColumn column, boolean shown) {
        if (shown) {
            chosen.add(column);
        } else if (chosen.size() > 1) {
            chosen.remove(column);
        }
        fit();
        keep();
    }

    /// Which column this is; null for the one of cards.
    @Nullable
    AlertColumn of(TableColumn<Line, ?> wanted) {
        return byColumn.get(wanted);
    }

    /// Whether there is one column of cards.
    boolean narrow() {
        return card.isVisible();
    }

    /// Remembers order, widths and choice as they are now.
    void keep() {
        if (arranging || narrow()) {
            return;
        }
        var now = new ArrayList<TableState.Column>();
        for (TableColumn<Line, ?> column : table.getColumns()) {
            columns.forEach((which, made) -> {
                if (made.equals(column)) {
                    double width = made.isVisible() ? made.getWidth() / factor : which.usual();
                    now.add(new TableState.Column(which.id(), Math.rint(width), chosen.contains(which)));
                }
            });
        }
        triage.columns(now);
    }

    private void arrange(List<TableState.Column> wanted) {
        if (wanted.isEmpty() || arranging) {
            return;
        }
        arranging = true;
        try {
            var order =
                    new ArrayList<>(wanted.stream().map(TableState.Column::id).toList());
            var sorted = new ArrayList<>(table.getColumns());
            sorted.sort(Comparator.comparingInt(column -> {
                int at = order.indexOf(column.getId());
                return at < 0 ? (column.equals(card) ? -1 : order.size()) : at;
            }));
            if (!sorted.equals(table.getColumns())) {
                table.getColumns().setAll(sorted);
            }
            for (TableState.Column column : wanted) {
                columns.forEach((which, made) -> {
                    if (which.id().equals(column.id())) {
                        made.setPrefWidth(Math.clamp(column.width(), which.least(), which.most()) * factor);
                        if (column.shown()) {
                            chosen.add(which);
                        } else {
                            chosen.remove(which);
                        }
                    }
                });
            }
            fit();
        } finally {
            arranging = false;
        }
    }

    private void fit() {
        Scene scene = table.getScene();
        double newFactor = scene == null ? 1 : Theme.of(scene).textSize() / Theme.LIGHT.textSize();
        columns.forEach((which, made) -> {
            made.setMaxWidth(which.most() * newFactor);
            made.setMinWidth(which.least() * newFactor);
            if (newFactor != factor || made.getPrefWidth() < which.least()) {
                made.setPrefWidth(which.usual() * newFactor);
            }
        });
        factor = newFactor;
        double room = table.getWidth() / factor;
        boolean cards = room > 0 && room < NARROW;
        Set<AlertColumn> shown = cards ? Set.of() : fitting(room);
        boolean before = arranging;
        arranging = true;
        card.setVisible(cards);
        columns.forEach((which, made) -> made.setVisible(shown.contains(which)));
        arranging = before;
        table.getStyleClass().remove("oc-alerts-narrow");
        if (cards) {
            table.getStyleClass().add("oc-alerts-narrow");
        }
    }

    private Set<AlertColumn> fitting(double room) {
        var shown = EnumSet.noneOf(AlertColumn.class);
        shown.addAll(chosen);
        while (room > 0 && shown.stream().mapToDouble(AlertColumns::wanted).sum() > room) {
            AlertColumn least = shown.stream()
                    .filter(column -> column.dropped() > 0)
                    .max(Comparator.comparingInt(AlertColumn::dropped))
                    .orElse(null);
            if (least == null) {
                break;
            }
            shown.remove(least);
        }
        return shown;
    }

    /// Between what it can do with and what it would like.
    private static double wanted(AlertColumn column) {
        return (column.least() + column.usual()) / 2;
    }

    private void sorted() {
        if (arranging) {
            return;
        }
        SortBy sort = SortBy.WORST_FIRST;
        if (!table.getSortOrder().isEmpty()) {
            TableColumn<Line, ?> first = table.getSortOrder().getFirst();
            for (AlertColumn column : AlertColumn.values()) {
                Field field = column.sort();
                if (field != null && column.id().equals(first.getId())) {
                    sort = new SortBy(field, first.getSortType() == TableColumn.SortType.DESCENDING);
                }
            }
        }
        triage.sort(sort);
    }

    /// The arrow stands where the order comes from, whoever asked for it.
    private void mark(SortBy sort) {
        arranging = true;
        try {
            columns.forEach((which, made) -> {
                if (sort.field().equals(which.sort())) {
                    made.setSortType(
                            sort.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                    if (!table.getSortOrder().equals(List.of(made))) {
                        table.getSortOrder().setAll(List.of(made));
                    }
                }
            });
        } finally {
            arranging = false;
        }
    }

    /// No row has such a cell: a table that is asked to fit a column to what it holds measures one for some of its
    /// rows.
    private static final class Ruler extends TableCell<Line, Line> {
        private final Function<Line, String> words;

        Ruler(Function<Line, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? "" : Visible.line(words.apply(line)));
        }
    }
}
