package io.novacron.oncall.views.topology;

import io.novacron.oncall.core.topology.CallEdge;
import io.novacron.oncall.core.topology.ServiceNode;
import io.novacron.oncall.core.topology.Topology;
import java.util.List;
import java.util.Optional;

/// All the view shows of the topology at one moment; immutable.
///
/// @param waiting      a sentence that stands in place of the picture while there is none, else empty
/// @param failed       whether `waiting` tells of a failure
/// @param edgesProblem why the calls are not of now, else empty
/// @param healthProblem why the health is not of now, else empty
record TopologyPicture(
        Topology topology,
        Placement placement,
        String waiting,
        boolean failed,
        String edgesProblem,
        String healthProblem) {
    static final TopologyPicture NOTHING = new TopologyPicture(
            Topology.EMPTY, Placement.NONE, "Waiting for the first answer of Jaeger…", false, "", "");

    List<String> ids() {
        return topology.nodes().stream().map(ServiceNode::id).toList();
    }

    Optional<ServiceNode> node(String id) {
        return topology.nodes().stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /// By id, else the only service of that name.
    Optional<ServiceNode> find(String idOrName) {
        List<ServiceNode> named = topology.nodes().stream()
                .filter(node -> node.name().equals(idOrName))
                .toList();
        return node(idOrName).or(() -> named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty());
    }

    List<CallEdge> from(String id) {
        return topology.edges().stream().filter(edge -> edge.from().equals(id)).toList();
    }

    List<CallEdge> to(String id) {
        return topology.edges().stream().filter(edge -> edge.to().equals(id)).toList();
    }
}
