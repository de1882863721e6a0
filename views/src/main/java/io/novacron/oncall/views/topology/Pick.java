package io.novacron.oncall.views.topology;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds cards by place.
final class Pick {
    private Pick() {}

    /// The card at this point of the picture.
    static Optional<String> at(Placement placement, Collection<String> ids, Spot point) {
        return ids.stream()
                .filter(id -> {
                    Spot spot = placement.spots().get(id);
                    return spot != null
                            && point.x() >= spot.x()
                            && point.x() <= spot.x() + Placement.WIDTH
                            && point.y() >= spot.y()
                            && point.y() <= spot.y() + Placement.HEIGHT;
                })
                .findFirst();
    }

    /// The next card in a direction: `dx` or `dy` is ±1, the other 0; what lies straight ahead goes before what is
    /// near.
    static Optional<String> next(Placement placement, Collection<String> ids, String from, int dx, int dy) {
        Spot here = placement.spots().get(from);
        if (here == null) {
            return ids.stream()
                    .filter(placement.spots()::containsKey)
                    .min(Comparator.<String>comparingDouble(
                                    id -> at(placement, id).x())
                            .thenComparingDouble(id -> at(placement, id).y()));
        }
        return ids.stream()
                .filter(id -> !id.equals(from) && placement.spots().containsKey(id))
                .filter(id -> ahead(here, at(placement, id), dx, dy) > 1)
                .min(Comparator.<String>comparingDouble(id -> {
                            Spot there = at(placement, id);
                            return ahead(here, there, dx, dy) + 2 * aside(here, there, dx, dy);
                        })
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static Spot at(Placement placement, String id) {
        return placement.spots().getOrDefault(id, new Spot(0, 0));
    }

    private static double ahead(Spot here, Spot there, int dx, int dy) {
        return (there.x() - here.x()) * dx + (there.y() - here.y()) * dy;
    }

    private static double aside(Spot here, Spot there, int dx, int dy) {
        return Math.abs((there.x() - here.x()) * dy + (there.y() - here.y()) * dx);
    }
}
