package io.novacron.oncall.views.topology;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.topology.Health;
import io.novacron.oncall.core.topology.ServiceNode;
import io.novacron.oncall.themes.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/// One service as a card: health as shape, word and colour, the name, what the verdict rests on. Unknown is hatched, so
/// that it looks unlike healthy without any colour.
final class CardPainter {
    private static final double ROUND = 9;
    private static final double MARK = 9;
    private static final double TEXT_X = 42;
    private static final double GAP = 7;

    private final Lettering letters;

    /// How one card is drawn.
    ///
    /// @param stale the health is not of now
    /// @param words false where they could not be read
    record Look(boolean selected, boolean hovered, boolean stale, boolean words) {}

    CardPainter(Lettering letters) {
        this.letters = letters;
    }

    /// @param traffic what is called in and out, in words
    void draw(GraphicsContext g, Palette palette, ServiceNode node, String traffic, Spot spot, Look look) {
        double alpha = g.getGlobalAlpha();
        g.save();
        g.translate(spot.x(), spot.y());
        ground(g, palette, look);
        g.setGlobalAlpha(alpha * (look.stale() ? 0.5 : 1));
        health(g, palette, node.health(), spot);
        g.setGlobalAlpha(alpha);
        if (look.words()) {
            words(g, palette, node, traffic, spot, look.stale());
        }
        frame(g, palette, node.health(), look);
        g.restore();
    }

    private static void ground(GraphicsContext g, Palette palette, Look look) {
        g.setFill(palette.color("-oc-surface-window"));
        g.fillRoundRect(0, 0, Placement.WIDTH, Placement.HEIGHT, ROUND * 2, ROUND * 2);
        g.setFill(palette.color(
                look.selected()
                        ? "-oc-selection-focused"
                        : look.hovered() ? "-oc-surface-hover" : "-oc-surface-raised"));
        g.fillRoundRect(0, 0, Placement.WIDTH, Placement.HEIGHT, ROUND * 2, ROUND * 2);
    }

    private static void frame(GraphicsContext g, Palette palette, Health health, Look look) {
        boolean loud = health == Health.DOWN || health == Health.DEGRADED;
        g.setLineWidth(look.selected() ? 2 : 1);
        g.setStroke(
                look.selected()
                        ? palette.color("-oc-focus")
                        : loud && !look.stale() ? color(palette, health, "fg") : palette.color("-oc-border-strong"));
        g.strokeRoundRect(0.5, 0.5, Placement.WIDTH - 1, Placement.HEIGHT - 1, ROUND * 2, ROUND * 2);
    }

    private void health(GraphicsContext g, Palette palette, Health health, Spot spot) {
        double x = 21;
        double y = Placement.HEIGHT / 2;
        Color strong = color(palette, health, "fg");
        g.setFill(color(palette, health, "bg"));
        g.fillRoundRect(6, 6, 30, Placement.HEIGHT - 12, 10, 10);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setStroke(strong);
        g.setFill(strong);
        g.setLineWidth(2);
        switch (health) {
            case HEALTHY -> {
                g.strokeOval(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
                g.strokePolyline(new double[] {x - 4, x - 1, x + 4.5}, new double[] {y + 0.5, y + 3.5, y - 3.5}, 3);
            }
            case DEGRADED -> {
                g.strokePolygon(new double[] {x, x + 10, x - 10}, new double[] {y - 9.5, y + 8, y + 8}, 3);
                g.strokeLine(x, y - 3, x, y + 1.5);
                g.fillOval(x - 1.2, y + 3.6, 2.4, 2.4);
            }
            case DOWN -> {
                double c = 4;
                g.fillPolygon(
                        new double[] {x - c, x + c, x + 10, x + 10, x + c, x - c, x - 10, x - 10},
                        new double[] {y - 10, y - 10, y - c, y + c, y + 10, y + 10, y + c, y - c},
                        8);
                g.setStroke(color(palette, health, "bg"));
                g.strokeLine(x - 3.5, y - 3.5, x + 3.5, y + 3.5);
                g.strokeLine(x + 3.5, y - 3.5, x - 3.5, y + 3.5);
            }
            case UNKNOWN -> {
                hatch(g, palette, x, y);
                letters.write(g, "?", true, 14, strong, spot.plus(x - 4, y), MARK * 2);
            }
        }
    }

    private static void hatch(GraphicsContext g, Palette palette, double x, double y) {
        Color line = color(palette, Health.UNKNOWN, "fg");
        g.save();
        g.beginPath();
        g.rect(7, 7, 28, Placement.HEIGHT - 14);
        g.clip();
        g.setStroke(line.deriveColor(0, 1, 1, 0.4));
        g.setLineWidth(1.2);
        for (double from = -Placement.HEIGHT; from < 60; from += 7) {
            g.strokeLine(from, Placement.HEIGHT, from + Placement.HEIGHT, 0);
        }
        g.restore();
        g.setFill(color(palette, Health.UNKNOWN, "bg"));
        g.fillOval(x - 10, y - 10, 20, 20);
    }

    private void words(GraphicsContext g, Palette palette, ServiceNode node, String traffic, Spot spot, boolean stale) {
        double room = Placement.WIDTH - TEXT_X - 12;
        Color name = palette.color("-oc-text");
        letters.write(g, Visible.line(node.name(), 120), true, 13.5, name, spot.plus(TEXT_X, 20), room);
        Color health = stale ? palette.color("-oc-text-faint") : color(palette, node.health(), "fg");
        double used = GAP + letters.write(g, node.health().word(), true, 11.5, health, spot.plus(TEXT_X, 40), room);
        Color muted = palette.color("-oc-text-muted");
        letters.write(g, evidence(node), false, 11.5, muted, spot.plus(TEXT_X + used, 40), room - used);
        letters.write(g, traffic, false, 11, palette.color("-oc-text-faint"), spot.plus(TEXT_X, 59), room);
    }

    private static String evidence(ServiceNode node) {
        return node.evidence().isEmpty()
                ? "no scrape target"
                : node.evidence().getFirst().value();
    }

    private static Color color(Palette palette, Health health, String part) {
        return palette.color("-oc-health-" + health.word() + "-" + part);
    }
}
