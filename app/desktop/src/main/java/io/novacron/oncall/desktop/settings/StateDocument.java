package io.novacron.oncall.desktop.settings;

import io.novacron.oncall.core.settings.DeskState;
import io.novacron.oncall.core.settings.SavedFilter;
import io.novacron.oncall.core.settings.TableState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code state.json}, and a file of filters alone. What is missing is as it was made.
 *
 * @param version of the format; 0 where the file names none
 */
record StateDocument(
        int version, @Nullable Table alerts, @Nullable List<Filter> filters) {

    static final int VERSION = 1;

    record Table(
            @Nullable List<Column> columns,
            @Nullable String sort,
            boolean descending,
            @Nullable List<String> groupBy) {

        static Table of(TableState state) {
            return new Table(
                    state.columns().stream()
                            .map(column -> new Column(column.id(), column.width(), column.shown()))
                            .toList(),
                    state.sort(),
                    state.descending(),
                    state.groupBy());
        }

        TableState state() {
            return new TableState(
                    orNone(columns).stream()
                            .filter(column -> column.id() != null)
                            .map(column -> new TableState.Column(
                                    Objects.requireNonNull(column.id()), column.width(), column.shown()))
                            .toList(),
                    sort == null ? "" : sort,
                    descending,
                    orNone(groupBy));
        }
    }

    record Column(@Nullable String id, double width, boolean shown) {}

    record Filter(
            @Nullable String name,
            @Nullable String query,
            @Nullable Table table) {

        SavedFilter filter() {
            return new SavedFilter(
                    name == null ? "" : name,
                    query == null ? "" : query,
                    table == null ? TableState.AS_MADE : table.state());
        }
    }

    static StateDocument of(DeskState state) {
        return new StateDocument(VERSION, Table.of(state.alerts()), filters(state.filters()));
    }

    static StateDocument of(List<SavedFilter> filters) {
        return new StateDocument(VERSION, null, filters(filters));
    }

    DeskState state() {
        return new DeskState(alerts == null ? TableState.AS_MADE : alerts.state(), savedFilters());
    }

    List<SavedFilter> savedFilters() {
        return orNone(filters).stream().map(Filter::filter).toList();
    }

    private static List<Filter> filters(List<SavedFilter> filters) {
        return filters.stream()
                .map(filter -> new Filter(filter.name(), filter.query(), Table.of(filter.table())))
                .toList();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
