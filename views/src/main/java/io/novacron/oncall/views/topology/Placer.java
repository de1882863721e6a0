package io.novacron.oncall.views.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Keeps every card where it is and finds a free place beside its neighbours for a newcomer (topology guide 5): right
/// of
/// those who call it, left of those it calls, below the picture without either. Only newcomers give way.
final class Placer {
    private static final double STEP = Placement.HEIGHT + Placement.GAP_Y;
    private static final double ROW = 6;

    private final Map<String, Spot> spots;
    private final Collection<Link> links;

    private Placer(Map<String, Spot> spots, Collection<Link> links) {
        this.spots = new HashMap<>(spots);
        this.links = links;
    }

    /// A first layout where nothing is placed yet, else the old one plus the newcomers. Blocks while ELK runs.
    static Placement place(Placement old, Collection<String> ids, Collection<Link> links) {
        if (ids.stream().noneMatch(old.spots()::containsKey)) {
            Optional<Placement> first = FirstLayout.of(ids, links);
            if (first.isPresent()) {
                return first.get();
            }
        }
        if (old.spots().keySet().containsAll(ids)) {
            return old;
        }
        var placer = new Placer(old.spots(), links);
        placer.placeAll(ids);
        return new Placement(placer.spots, old.routes());
    }

    private void placeAll(Collection<String> ids) {
        Set<String> waiting = new TreeSet<>(ids);
        waiting.removeAll(spots.keySet());
        Comparator<String> mostNeighbours =
                Comparator.comparingInt(this::neighbours).reversed();
        while (!waiting.isEmpty()) {
            String next = waiting.stream()
                    .min(mostNeighbours.thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            waiting.remove(next);
            spots.put(next, free(wanted(next)));
        }
    }

    private int neighbours(String id) {
        return placed(id, Link::to, Link::from).size()
                + placed(id, Link::from, Link::to).size();
    }

    private List<Spot> placed(String id, Function<Link, String> own, Function<Link, String> other) {
        List<Spot> found = new ArrayList<>();
        for (Link link : links) {
            Spot spot = own.apply(link).equals(id) ? spots.get(other.apply(link)) : null;
            if (spot != null) {
                found.add(spot);
            }
        }
        return found;
    }

    private Spot wanted(String id) {
        List<Spot> callers = placed(id, Link::to, Link::from);
        List<Spot> callees = placed(id, Link::from, Link::to);
        if (callers.isEmpty() && callees.isEmpty()) {
            return parking();
        }
        double y = Stream.concat(callers.stream(), callees.stream())
                .mapToDouble(Spot::y)
                .average()
                .orElse(0);
        double right =
                callers.stream().mapToDouble(Spot::x).max().orElse(Double.NaN) + Placement.WIDTH + Placement.GAP_X;
        double left =
                callees.stream().mapToDouble(Spot::x).min().orElse(Double.NaN) - Placement.WIDTH - Placement.GAP_X;
        if (callers.isEmpty()) {
            return new Spot(left, y);
        }
        return new Spot(callees.isEmpty() ? right : (right + left) / 2, y);
    }

    /// The strip below everything that is placed.
    private Spot parking() {
        double left = spots.values().stream().mapToDouble(Spot::x).min().orElse(0);
        double bottom = spots.values().stream().mapToDouble(Spot::y).max().orElse(-STEP);
        List<Spot> last =
                spots.values().stream().filter(spot -> spot.y() == bottom).toList();
        double right = last.stream().mapToDouble(Spot::x).max().orElse(left) + Placement.WIDTH + Placement.GAP_Y;
        boolean full = last.size() >= ROW || last.isEmpty() || !parked(bottom);
        return full ? new Spot(left, bottom + STEP) : new Spot(right, bottom);
    }

    /// Whether the lowest row is the strip already, that is nobody in it has a neighbour.
    private boolean parked(double y) {
        return spots.entrySet().stream()
                .filter(entry -> entry.getValue().y() == y)
                .allMatch(entry -> links.stream()
                        .noneMatch(link ->
                                link.from().equals(entry.getKey()) || link.to().equals(entry.getKey())));
    }

    private Spot free(Spot wanted) {
        for (int step = 0; ; step++) {
            Spot below = wanted.plus(0, step * STEP);
            if (!blocked(below)) {
                return below;
            }
            Spot above = wanted.plus(0, -step * STEP);
            if (!blocked(above)) {
                return above;
            }
        }
    }

    private boolean blocked(Spot spot) {
        return spots.values().stream()
                .anyMatch(other -> Math.abs(other.x() - spot.x()) < Placement.WIDTH + Placement.GAP_Y / 2
                        && Math.abs(other.y() - spot.y()) < Placement.HEIGHT + Placement.GAP_Y / 2);
    }
}
