package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.List;

/** Columns to read. Every cell is made safe to show; the last column is not padded and hardly cut: sentences stand there. */
final class Table {

    private static final int WIDEST = 80;

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        row(head);
    }

    Table row(String... cells) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            row.add(i == cells.length - 1 ? Visible.line(cells[i]) : Visible.line(cells[i], WIDEST));
        }
        rows.add(row);
        return this;
    }

    /** Without a line break at the end. */
    String text() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(
                        widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = row.get(i);
                line.append(cell)
                        .repeat(' ', i == columns - 1 ? 0 : widths[i] - cell.codePointCount(0, cell.length()) + 2);
            }
            text.append(text.isEmpty() ? "" : "\n").append(line.toString().stripTrailing());
        }
        return text.toString();
    }
}
