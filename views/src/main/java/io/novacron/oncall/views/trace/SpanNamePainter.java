package io.novacron.oncall.views.trace;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.trace.TraceTree;
import io.novacron.oncall.core.trace.TraceTree.Mark;
import io.novacron.oncall.themes.Fonts;
import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.views.canvas.TextFit;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// The left part of a line: fold, error mark, service where it changes, operation.
final class SpanNamePainter {
    private static final double STEP = 13;
    /// Deeper than this the indent stays and the depth is written instead.
    private static final int DEEPEST = 14;

    private static final double SIZE = 12.5;

    private final TextFit text;

    SpanNamePainter(TextFit text) {
        this.text = text;
    }

    static double indent(int depth) {
        return 10 + Math.min(depth, DEEPEST) * STEP;
    }

    void draw(
            GraphicsContext g,
            Palette palette,
            WaterfallRows rows,
            int line,
            double y,
            double width,
            String parentService,
            Color color) {
        TraceTree.Row row = rows.row(line);
        int index = rows.at(line);
        double middle = y + WaterfallPainter.LINE / 2;
        double x = indent(row.depth());
        guides(g, palette, row.depth(), y);
        if (rows.hasChildren(index)) {
            fold(g, palette, x + 4, middle, rows.isFolded(index));
        }
        x += 16;
        g.setFill(color);
        g.fillRoundRect(x, y + 5, 4, WaterfallPainter.LINE - 10, 3, 3);
        x += 10;
        if (row.error() || (rows.errorBelow(index) && rows.isFolded(index))) {
            error(g, palette, x + 6, middle, row.error());
            x += 17;
        }
        String service = Visible.line(row.span().service(), 80);
        if (!row.span().service().equals(parentService)) {
            x = word(g, palette.color("-oc-text"), service, true, x, middle, width);
        }
        x = word(
                g, palette.color("-oc-text-muted"), Visible.line(row.span().operation(), 200), false, x, middle, width);
        x = word(g, palette.color("-oc-doubt-fg"), oddity(row), true, x, middle, width);
        if (rows.isFolded(index)) {
            word(g, palette.color("-oc-text-faint"), "+" + rows.below(index), true, x, middle, width);
        }
    }

    private static String oddity(TraceTree.Row row) {
        String depth = row.depth() > DEEPEST ? "level " + (row.depth() + 1) + " " : "";
        if (row.marks().contains(Mark.PARENT_MISSING)) {
            return depth + "parent missing";
        }
        return row.marks().contains(Mark.CYCLE) ? depth + "cycle" : depth;
    }

    private double word(
            GraphicsContext g, Color color, String words, boolean strong, double x, double y, double width) {
        if (words.isEmpty()) {
            return x;
        }
        g.setFont(strong ? Fonts.strong(SIZE) : Fonts.text(SIZE));
        String fitting = text.fit(words, g.getFont(), width - x - 10);
        g.setFill(color);
        g.fillText(fitting, x, y);
        return x + text.width(fitting, g.getFont()) + 7;
    }

    private static void guides(GraphicsContext g, Palette palette, int depth, double y) {
        g.setStroke(palette.color("-oc-grid"));
        g.setLineWidth(1);
        for (int level = 0; level < Math.min(depth, DEEPEST); level++) {
            double x = Math.floor(indent(level) + 4) + 0.5;
            g.strokeLine(x, y, x, y + WaterfallPainter.LINE);
        }
    }

    private static void fold(GraphicsContext g, Palette palette, double x, double y, boolean shut) {
        g.setStroke(palette.color("-oc-text-muted"));
        g.setLineWidth(1.4);
        if (shut) {
            g.strokePolyline(new double[] {x - 2, x + 2, x - 2}, new double[] {y - 4, y, y + 4}, 3);
        } else {
            g.strokePolyline(new double[] {x - 4, x, x + 4}, new double[] {y - 2, y + 2, y - 2}, 3);
        }
    }

    /// Solid for a span that failed itself, hollow for one that hides a failed one.
    private static void error(GraphicsContext g, Palette palette, double x, double y, boolean own) {
        Color red = palette.color("-oc-bad-fg");
        g.setStroke(red);
        g.setLineWidth(1.4);
        if (own) {
            g.setFill(red);
            g.fillOval(x - 6, y - 6, 12, 12);
            g.setFill(palette.color("-oc-surface-window"));
        } else {
            g.strokeOval(x - 5.5, y - 5.5, 11, 11);
            g.setFill(red);
        }
        g.fillRect(x - 0.9, y - 3.6, 1.8, 4.4);
        g.fillOval(x - 1.1, y + 1.8, 2.2, 2.2);
    }
}
