package io.novacron.oncall.views.topology;

import io.novacron.oncall.core.topology.CallEdge;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// From whom to whom, by node id.
record Link(String from, String to) {
    /// The links worth drawing in a fixed order: a call of a service to itself is told in words only.
    static List<Link> of(Collection<CallEdge> edges) {
        return edges.stream()
                .filter(edge -> !edge.self())
                .map(edge -> new Link(edge.from(), edge.to()))
                .distinct()
                .sorted(Comparator.comparing(Link::from).thenComparing(Link::to))
                .toList();
    }
}
