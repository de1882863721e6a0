package io.novacron.oncall.views.topology;

import java.util.List;
import java.util.Map;

/// Where each card stands and how the lines between them run.
///
/// @param spots  by node id; a service that vanished keeps its place, so that it comes back to it
/// @param routes points of a line from card to card; a link without one is drawn straight
record Placement(Map<String, Spot> spots, Map<Link, List<Spot>> routes) {
    /// Size of a card in px at scale 1.
    static final double WIDTH = 216;

    static final double HEIGHT = 78;
    static final double GAP_X = 72;
    static final double GAP_Y = 42;

    static final Placement NONE = new Placement(Map.of(), Map.of());

    Placement {
        spots = Map.copyOf(spots);
        routes = Map.copyOf(routes);
    }
}
