package io.novacron.oncall.core.settings;

import java.util.List;

/**
 * How the operator left a table.
 *
 * @param columns from left to right; one the table does not have is passed over, one it has besides stands as it was made
 * @param sort what the rows are ordered by, as the field is written; empty for the table's own order
 * @param descending whether that order is turned round
 * @param groupBy the fields the rows are grouped by, as they are written; empty for no groups
 */
public record TableState(List<Column> columns, String sort, boolean descending, List<String> groupBy) {

    public static final TableState AS_MADE = new TableState(List.of(), "", false, List.of());

    /**
     * One column.
     *
     * @param width in px at the text size of a laptop
     */
    public record Column(String id, double width, boolean shown) {}

    public TableState {
        columns = List.copyOf(columns);
        groupBy = List.copyOf(groupBy);
    }
}
