package io.novacron.oncall.views.trace;

import io.novacron.oncall.core.trace.TraceTree;
import io.novacron.oncall.themes.Fonts;
import io.novacron.oncall.themes.Palette;
import io.novacron.oncall.views.canvas.TextFit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws the lines of a waterfall that are on the screen. Times are kept relative to the trace's start, so that no
/// precision is lost before they become pixels.
final class WaterfallPainter {
    /// Height of a line in px.
    static final double LINE = 24;

    /// Height of the axis in px.
    static final double HEAD = 28;

    private static final double RIGHT = 16;
    private static final double TICK_ROOM = 84;
    private static final double SMALL = 11;

    private final TextFit text = new TextFit();
    private final SpanNamePainter namePainter = new SpanNamePainter(text);
    private final Map<String, Integer> colors = new HashMap<>();

    /// What part is seen and what is pointed at.
    ///
    /// @param names    width of the names in px
    /// @param scrolled px above the upper edge
    /// @param selected index into the tree's rows or -1
    /// @param hovered  line or -1
    record Frame(double width, double height, double names, double scrolled, int selected, int hovered) {
        double bars() {
            return Math.max(40, width - names - RIGHT);
        }
    }

    /// Right end of the place where a click folds, in px.
    static double foldEnd(int depth) {
        return SpanNamePainter.indent(depth) + 34;
    }

    void draw(GraphicsContext g, Palette palette, TraceTree tree, WaterfallRows rows, Frame frame) {
        colors.clear();
        List<String> services = tree.services();
        for (int i = 0; i < services.size(); i++) {
            colors.put(services.get(i), i);
        }
        long range = Math.max(1, tree.end() - tree.start());
        g.setTextBaseline(VPos.CENTER);
        grounds(g, palette, rows, frame);
        List<Long> ticks = Ticks.upTo(range, (int) (frame.bars() / TICK_ROOM));
        grid(g, palette, frame, ticks, range);
        int first = (int) (frame.scrolled() / LINE);
        int last = Math.min(rows.size(), first + (int) Math.ceil((frame.height() - HEAD) / LINE) + 2);
        g.save();
        g.beginPath();
        g.rect(0, HEAD, frame.width(), frame.height() - HEAD);
        g.clip();
        for (int line = first; line < last; line++) {
            bar(g, palette, tree, rows.row(line), y(frame, line), frame, range);
        }
        g.beginPath();
        g.rect(0, HEAD, frame.names() - 4, frame.height() - HEAD);
        g.clip();
        for (int line = first; line < last; line++) {
            int above = rows.row(line).parent();
            String parent = above < 0 ? "" : tree.rows().get(above).span().service();
            namePainter.draw(
                    g, palette, rows, line, y(frame, line), frame.names(), parent, color(palette, rows.row(line)));
        }
        g.restore();
        axis(g, palette, frame, ticks, range);
    }

    private static double y(Frame frame, int line) {
        return HEAD + line * LINE - frame.scrolled();
    }

    private Color color(Palette palette, TraceTree.Row row) {
        return palette.series(colors.getOrDefault(row.span().service(), 0));
    }

    private static void grounds(GraphicsContext g, Palette palette, WaterfallRows rows, Frame frame) {
        if (frame.hovered() >= 0) {
            g.setFill(palette.color("-oc-surface-hover"));
            g.fillRect(0, y(frame, frame.hovered()), frame.width(), LINE);
        }
        if (frame.selected() >= 0) {
            double y = y(frame, rows.lineOf(frame.selected()));
            g.setFill(palette.color("-oc-selection-focused"));
            g.fillRect(0, y, frame.width(), LINE);
            g.setFill(palette.color("-oc-focus"));
            g.fillRect(0, y, 3, LINE);
        }
    }

    private static double x(Frame frame, double offset, long range) {
        return frame.names() + offset / range * frame.bars();
    }

    private static void grid(GraphicsContext g, Palette palette, Frame frame, List<Long> ticks, long range) {
        g.setStroke(palette.color("-oc-grid"));
        g.setLineWidth(1);
        for (long tick : ticks) {
            double x = Math.floor(x(frame, (double) tick, range)) + 0.5;
            g.strokeLine(x, HEAD, x, frame.height());
        }
    }

    private void axis(GraphicsContext g, Palette palette, Frame frame, List<Long> ticks, long range) {
        g.setFill(palette.color("-oc-surface-panel"));
        g.fillRect(0, 0, frame.width(), HEAD);
        g.setStroke(palette.color("-oc-border"));
        g.strokeLine(0, HEAD - 0.5, frame.width(), HEAD - 0.5);
        g.setStroke(palette.color("-oc-border-strong"));
        double border = Math.floor(frame.names()) - 0.5;
        g.strokeLine(border, 0, border, frame.height());
        g.setFont(Fonts.strong(SMALL));
        g.setFill(palette.color("-oc-text-muted"));
        g.fillText("Service and operation", 14, HEAD / 2);
        g.setFont(Fonts.text(SMALL));
        g.setFill(palette.color("-oc-axis"));
        for (long tick : ticks) {
            String words = tick == 0 ? "0" : TraceDurations.words(tick);
            double x = x(frame, (double) tick, range) + 5;
            if (x + text.width(words, g.getFont()) < frame.width()) {
                g.fillText(words, x, HEAD / 2);
            }
        }
    }

    private void bar(
            GraphicsContext g, Palette palette, TraceTree tree, TraceTree.Row row, double y, Frame frame, long range) {
        double left = x(frame, (double) (row.start() - tree.start()), range);
        double width = Math.max(2, (double) row.duration() / range * frame.bars());
        g.setFill(color(palette, row));
        g.fillRoundRect(left, y + 6, width, LINE - 12, 5, 5);
        if (row.error()) {
            g.setStroke(palette.color("-oc-bad-fg"));
            g.setLineWidth(1.5);
            g.strokeRoundRect(left - 1.5, y + 4.5, width + 3, LINE - 9, 7, 7);
        }
        String words = TraceDurations.words(row.duration());
        g.setFont(Fonts.text(SMALL));
        double room = text.width(words, g.getFont()) + 8;
        g.setFill(palette.color("-oc-text-muted"));
        if (left + width + room < frame.width()) {
            g.fillText(words, left + width + 6, y + LINE / 2);
        } else if (left - room > frame.names()) {
            g.fillText(words, left - room + 2, y + LINE / 2);
        } else {
            g.setFill(palette.color("-oc-surface-window"));
            g.fillText(words, left + width - room, y + LINE / 2);
        }
    }
}
