package io.novacron.oncall.core.topology;

import java.util.List;

/**
 * Services and the calls between them, both in the order of their ids.
 *
 * @param hidden names of services left out as noise of the tracing itself
 * @param notes sentences on what this picture lacks, such as a dependency job that never ran
 */
public record Topology(List<ServiceNode> nodes, List<CallEdge> edges, List<String> hidden, List<String> notes) {

    public static final Topology EMPTY = new Topology(List.of(), List.of(), List.of(), List.of());

    public Topology {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        hidden = List.copyOf(hidden);
        notes = List.copyOf(notes);
    }
}
