package io.novacron.oncall.views.topology;

import java.util.List;

/// Where lines run.
final class Routes {
    private static final double NEAR = 28;

    private Routes() {}

    /// The points from card to card: those of the first layout, or a plain way for cards that came later. Empty when
    /// one
    /// of the two is not placed.
    static List<Spot> of(Placement placement, Link link) {
        List<Spot> known = placement.routes().get(link);
        if (known != null && known.size() > 1) {
            return known;
        }
        Spot from = placement.spots().get(link.from());
        Spot to = placement.spots().get(link.to());
        if (from == null || to == null) {
            return List.of();
        }
        Spot start = from.plus(Placement.WIDTH, Placement.HEIGHT / 2);
        Spot end = to.plus(0, Placement.HEIGHT / 2);
        if (start.x() + NEAR <= end.x()) {
            return List.of(start, start.plus(NEAR / 2, 0), end.plus(-NEAR / 2, 0), end);
        }
        return backwards(from, to);
    }

    /// The callee stands left of its caller or above it: from the lower side of one to the lower side of the other.
    private static List<Spot> backwards(Spot from, Spot to) {
        double low = Math.max(from.y(), to.y()) + Placement.HEIGHT + NEAR;
        Spot start = from.plus(Placement.WIDTH / 2, Placement.HEIGHT);
        Spot end = to.plus(Placement.WIDTH / 2, Placement.HEIGHT);
        return List.of(start, new Spot(start.x(), low), new Spot(end.x(), low), end);
    }

    /// The middle of the longest straight part, where there is most room for words.
    static Spot middle(List<Spot> route) {
        Spot best = route.getFirst();
        double longest = -1;
        for (int i = 1; i < route.size(); i++) {
            Spot one = route.get(i - 1);
            Spot two = route.get(i);
            double length = Math.hypot(two.x() - one.x(), two.y() - one.y());
            if (length > longest) {
                longest = length;
                best = new Spot((one.x() + two.x()) / 2, (one.y() + two.y()) / 2);
            }
        }
        return best;
    }
}
