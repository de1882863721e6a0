package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.topology.CallEdge;
import io.novacron.oncall.core.topology.Evidence;
import io.novacron.oncall.core.topology.Topology;
import java.util.List;

/** Services and the calls between them; what no source measures is null. */
public record TopologyDocument(
        List<Node> nodes, List<CallEdge> edges, List<String> hidden, List<String> notes, List<SourceDocument> sources) {

    /** One service with how its health was judged. */
    public record Node(
            String id, String kind, String name, String cluster, String health, String rule, List<Evidence> evidence) {}

    public static TopologyDocument of(Topology topology, List<SourceDocument> sources) {
        List<Node> nodes = topology.nodes().stream()
                .map(node -> new Node(
                        node.id(),
                        node.kind(),
                        node.name(),
                        node.cluster(),
                        node.health().word(),
                        node.rule(),
                        node.evidence()))
                .toList();
        return new TopologyDocument(nodes, topology.edges(), topology.hidden(), topology.notes(), sources);
    }
}
