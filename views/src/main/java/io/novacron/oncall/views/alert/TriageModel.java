package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.routing.RoutingBook;
import io.novacron.oncall.core.settings.SavedFilter;
import io.novacron.oncall.core.settings.TableState;
import io.novacron.oncall.core.triage.Field;
import io.novacron.oncall.core.triage.Grouping;
import io.novacron.oncall.core.triage.SortBy;
import io.novacron.oncall.core.triage.TriageQuery;
import io.novacron.oncall.core.triage.TriageSyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the operator wants to see, as it is changed by hand. FX thread only.
final class TriageModel {
    /// The fields whose values are counted beside the list.
    static final List<Field> FACETS = List.of(
            Field.Known.SEVERITY,
            Field.Known.STATE,
            Field.Known.CATEGORY,
            Field.Known.CLUSTER,
            Field.Known.OWNER,
            Field.Known.RECEIVER,
            Field.Known.AGE,
            new Field.Label("service"),
            Field.Known.NAME);

    /// As Alertmanager itself groups what it tells.
    static final Grouping AS_ALERTMANAGER = new Grouping.Alertmanagers(new RoutingBook());

    private static final String AS_ALERTMANAGER_TEXT = "@alertmanager";
    private static final Grouping BY_NAME = new Grouping.By(List.of(new Field.Label("alertname")));

    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Wish> wish = new ReadOnlyObjectWrapper<>(Wish.EVERYTHING);
    private final ReadOnlyObjectWrapper<List<TableState.Column>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private Grouping lastGrouping = BY_NAME;

    TriageModel() {
        search.subscribe(this::searchFor);
    }

    /// The text of the search field.
    StringProperty searchProperty() {
        return search;
    }

    /// Why the search cannot be read, with the column; empty where it can. The list stays as it was before.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Wish> wishProperty() {
        return wish.getReadOnlyProperty();
    }

    Wish wish() {
        return wish.get();
    }

    /// The columns as they were chosen; empty as they are made.
    ReadOnlyObjectProperty<List<TableState.Column>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    void columns(List<TableState.Column> now) {
        columns.set(List.copyOf(now));
    }

    void pick(Field field, String value) {
        change(now -> now.picks(now.picks().toggled(field, value)));
    }

    void pick(Severity severity) {
        pick(Field.Known.SEVERITY, severity.mark());
    }

    void unpick(Field field) {
        change(now -> now.picks(now.picks().without(field)));
    }

    /// Nothing is searched for or picked any more.
    void clear() {
        search.set("");
        change(now -> now.picks(Picks.NONE));
    }

    void group(Grouping grouping) {
        if (!(grouping instanceof Grouping.Flat)) {
            lastGrouping = grouping;
        }
        change(now -> now.grouping(grouping));
    }

    /// Groups off, or on as they were last.
    void toggleGroups() {
        group(wish().grouping() instanceof Grouping.Flat ? lastGrouping : Grouping.FLAT);
    }

    void sort(SortBy sort) {
        change(now -> now.sort(sort));
    }

    void collapse(GroupRow.GroupId group, boolean collapsed) {
        change(now -> {
            var ids = new HashSet<>(now.collapsed());
            boolean changed = collapsed ? ids.add(group) : ids.remove(group);
            return changed ? now.collapsed(ids) : now;
        });
    }

    void hide(Collection<Wish.Firing> firings) {
        change(now -> {
            var all = new HashSet<>(now.hidden());
            all.addAll(firings);
            return now.hidden(all);
        });
    }

    void unhide(Collection<Wish.Firing> firings) {
        change(now -> {
            var left = new HashSet<>(now.hidden());
            left.removeAll(firings);
            return now.hidden(left);
        });
    }

    void unhideAll() {
        change(now -> now.hidden(Set.of()));
    }

    void count(boolean facets) {
        change(now -> now.counted(facets ? FACETS : List.of()));
    }

    /// The filter with the look that was saved with it; columns only where some were saved.
    void apply(SavedFilter filter) {
        change(now -> now.picks(Picks.NONE));
        search.set(filter.query());
        look(filter.table());
    }

    void look(TableState table) {
        if (!table.columns().isEmpty()) {
            columns(table.columns());
        }
        List<Field> fields = table.groupBy().stream()
                .flatMap(text -> Field.parse(text).stream())
                .toList();
        group(
                table.groupBy().equals(List.of(AS_ALERTMANAGER_TEXT))
                        ? AS_ALERTMANAGER
                        : fields.isEmpty() ? Grouping.FLAT : new Grouping.By(fields));
        sort(Field.parse(table.sort())
                .filter(field -> !table.sort().isEmpty())
                .map(field -> new SortBy(field, table.descending()))
                .orElse(SortBy.WORST_FIRST));
    }

    /// The look of the table, to be kept.
    TableState look() {
        Wish now = wish();
        return new TableState(
                columns.get(),
                now.sort().field().text(),
                now.sort().descending(),
                switch (now.grouping()) {
                    case Grouping.By(List<Field> fields) ->
                        fields.stream().map(Field::text).toList();
                    case Grouping.Alertmanagers as -> List.of(AS_ALERTMANAGER_TEXT);
                    case Grouping.Flat flat -> List.of();
                });
    }

    SavedFilter saved(String name) {
        return new SavedFilter(name, wish().filter(), look());
    }

    private void searchFor(String text) {
        try {
            TriageQuery query = TriageQuery.parse(text);
            problem.set("");
            change(now -> now.query(query));
        } catch (TriageSyntaxException e) {
            problem.set("Column " + e.column() + ": " + e.text());
        }
    }

    private void change(UnaryOperator<Wish> how) {
        Wish now = how.apply(wish.get());
        if (!now.equals(wish.get())) {
            wish.set(now);
        }
    }
}
