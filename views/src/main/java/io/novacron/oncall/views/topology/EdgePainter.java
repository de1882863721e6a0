package io.novacron.oncall.views.topology;

import io.novacron.oncall.core.topology.CallEdge;
import io.novacron.oncall.themes.Palette;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/// Calls as a line with an arrow head at the callee, the thicker the more, and their count on the line.
final class EdgePainter {
    private static final double HEAD = 8;
    private static final double BEND = 14;
    private static final double SIZE = 11;

    private final Lettering letters;

    EdgePainter(Lettering letters) {
        this.letters = letters;
    }

    void draw(GraphicsContext g, Palette palette, CallEdge edge, Placement placement, boolean strong, boolean words) {
        List<Spot> route = Routes.of(placement, new Link(edge.from(), edge.to()));
        if (route.size() < 2) {
            return;
        }
        Color color = palette.color(strong ? "-oc-link" : "-oc-edge");
        g.setStroke(color);
        g.setFill(color);
        g.setLineWidth(width(edge.calls()));
        g.setLineCap(StrokeLineCap.BUTT);
        line(g, route);
        head(g, route);
        if (words) {
            count(g, palette, route, Calls.words(edge.calls()), color);
        }
    }

    /// 1 px for a single call, about 4 px for a million.
    private static double width(long calls) {
        return 1 + Math.log10((double) Math.max(1, calls)) / 2;
    }

    private static void line(GraphicsContext g, List<Spot> route) {
        g.beginPath();
        g.moveTo(route.getFirst().x(), route.getFirst().y());
        for (int i = 1; i < route.size() - 1; i++) {
            Spot corner = route.get(i);
            Spot before = toward(corner, route.get(i - 1), BEND);
            Spot after = toward(corner, route.get(i + 1), BEND);
            g.lineTo(before.x(), before.y());
            g.quadraticCurveTo(corner.x(), corner.y(), after.x(), after.y());
        }
        Spot end = toward(route.getLast(), route.get(route.size() - 2), HEAD * 0.8);
        g.lineTo(end.x(), end.y());
        g.stroke();
    }

    /// The point `distance` px from `from` on the way to `to`, never beyond the middle.
    private static Spot toward(Spot from, Spot to, double distance) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double share = length == 0 ? 0 : Math.min(0.5, distance / length);
        return new Spot(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }

    private static void head(GraphicsContext g, List<Spot> route) {
        Spot tip = route.getLast();
        Spot before = route.get(route.size() - 2);
        double angle = Math.atan2(tip.y() - before.y(), tip.x() - before.x());
        double[] xs = new double[3];
        double[] ys = new double[3];
        xs[0] = tip.x();
        ys[0] = tip.y();
        for (int side = -1; side <= 1; side += 2) {
            int i = side < 0 ? 1 : 2;
            xs[i] = tip.x() - HEAD * 1.25 * Math.cos(angle + side * 0.42);
            ys[i] = tip.y() - HEAD * 1.25 * Math.sin(angle + side * 0.42);
        }
        g.fillPolygon(xs, ys, 3);
    }

    private void count(GraphicsContext g, Palette palette, List<Spot> route, String words, Color line) {
        Spot middle = Routes.middle(route);
        double width = letters.width(words, false, SIZE);
        g.setFill(palette.color("-oc-surface-window"));
        g.fillRoundRect(middle.x() - width / 2 - 5, middle.y() - 9, width + 10, 18, 9, 9);
        Color color = line.equals(palette.color("-oc-edge")) ? palette.color("-oc-text-muted") : line;
        letters.write(g, words, false, SIZE, color, middle.plus(-width / 2, 0), Double.MAX_VALUE);
    }
}
