package io.novacron.oncall.views.topology;

import io.novacron.oncall.core.text.Visible;
import io.novacron.oncall.core.topology.CallEdge;
import io.novacron.oncall.core.topology.ServiceNode;
import io.novacron.oncall.themes.Palette;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws one frame of the topology: first lines, then cards, so that no line crosses a name.
final class TopologyPainter {
    /// Below this scale words would be smaller than anyone reads.
    private static final double WORDS_FROM = 0.45;

    private static final double DIMMED = 0.45;
    private static final double FADED = 0.5;

    private final Lettering letters = new Lettering();
    private final CardPainter cards = new CardPainter(letters);
    private final EdgePainter edges = new EdgePainter(letters);

    /// What the user points at and has chosen.
    ///
    /// @param hovered  id of a node or empty
    /// @param selected id of a node or empty
    record Focus(String hovered, String selected) {
        String id() {
            return hovered.isEmpty() ? selected : hovered;
        }
    }

    void draw(
            GraphicsContext g,
            double width,
            double height,
            Palette palette,
            TopologyPicture picture,
            Viewport view,
            Focus focus) {
        letters.through(view);
        g.save();
        g.translate(view.x(), view.y());
        g.scale(view.scale(), view.scale());
        g.setTextBaseline(VPos.CENTER);
        boolean words = view.scale() >= WORDS_FROM;
        Set<String> near = near(picture, focus);
        List<CallEdge> lines =
                picture.topology().edges().stream().filter(edge -> !edge.self()).toList();
        double layer = picture.edgesProblem().isEmpty() ? 1 : DIMMED;
        for (CallEdge edge : lines) {
            boolean lit = near.isEmpty()
                    || edge.from().equals(focus.id())
                    || edge.to().equals(focus.id());
            boolean strong = !near.isEmpty() && lit;
            g.setGlobalAlpha(lit ? layer : layer * FADED);
            edges.draw(g, palette, edge, picture.placement(), strong, words && lit);
        }
        boolean stale = !picture.healthProblem().isEmpty();
        for (ServiceNode node : picture.topology().nodes()) {
            Spot spot = picture.placement().spots().get(node.id());
            if (spot != null && seen(spot, view, width, height)) {
                boolean lit = near.isEmpty() || near.contains(node.id());
                g.setGlobalAlpha(lit ? 1 : FADED);
                var look = new CardPainter.Look(
                        node.id().equals(focus.selected()), node.id().equals(focus.hovered()), stale, words);
                cards.draw(g, palette, node, traffic(picture, node.id()), spot, look);
            }
        }
        g.restore();
        strip(g, width, palette, picture);
    }

    private static String traffic(TopologyPicture picture, String id) {
        long in = picture.to(id).stream().mapToLong(CallEdge::calls).sum();
        long out = picture.from(id).stream().mapToLong(CallEdge::calls).sum();
        return in + out == 0 ? "no calls seen" : "in " + Calls.words(in) + "  ·  out " + Calls.words(out);
    }

    private static boolean seen(Spot spot, Viewport view, double width, double height) {
        double x = spot.x() * view.scale() + view.x();
        double y = spot.y() * view.scale() + view.y();
        return x < width
                && y < height
                && x + Placement.WIDTH * view.scale() > 0
                && y + Placement.HEIGHT * view.scale() > 0;
    }

    /// The card in focus and all it calls or is called by; empty when nothing is in focus.
    private static Set<String> near(TopologyPicture picture, Focus focus) {
        Set<String> near = new HashSet<>();
        if (!focus.id().isEmpty()) {
            near.add(focus.id());
            picture.from(focus.id()).forEach(edge -> near.add(edge.to()));
            picture.to(focus.id()).forEach(edge -> near.add(edge.from()));
        }
        return near;
    }

    private void strip(GraphicsContext g, double width, Palette palette, TopologyPicture picture) {
        if (picture.topology().hidden().isEmpty()) {
            return;
        }
        String hidden = "Not drawn: " + String.join(", ", picture.topology().hidden()) + " (the tracing itself)";
        letters.through(Viewport.START);
        g.setTextBaseline(VPos.CENTER);
        Color faint = palette.color("-oc-text-faint");
        letters.write(g, Visible.line(hidden, 200), false, 11.5, faint, new Spot(14, 18), width / 2);
    }
}
