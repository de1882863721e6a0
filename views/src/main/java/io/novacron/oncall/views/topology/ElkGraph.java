package io.novacron.oncall.views.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// One run of ELK's layered algorithm, callers left of what they call, with the fast settings of topology guide 4.
final class ElkGraph {
    static {
        LayoutMetaDataService.getInstance()
                .registerLayoutMetaDataProviders(new LayeredMetaDataProvider(), new CoreOptions());
    }

    private ElkGraph() {}

    /// @param ids sorted, since ELK's answer depends on the order
    static Placement layout(List<String> ids, Collection<Link> links) {
        ElkNode root = root();
        Map<String, ElkNode> nodes = new HashMap<>();
        for (String id : ids) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(Placement.WIDTH, Placement.HEIGHT);
            nodes.put(id, node);
        }
        Map<Link, ElkEdge> edges = new HashMap<>();
        for (Link link : sorted(links)) {
            ElkNode from = nodes.get(link.from());
            ElkNode to = nodes.get(link.to());
            if (from != null && to != null) {
                edges.put(link, ElkGraphUtil.createSimpleEdge(from, to));
            }
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        Map<String, Spot> spots = new HashMap<>();
        nodes.forEach((id, node) -> spots.put(id, new Spot(node.getX(), node.getY())));
        Map<Link, List<Spot>> routes = new HashMap<>();
        edges.forEach((link, edge) -> routes.put(link, route(edge)));
        return new Placement(spots, routes);
    }

    private static ElkNode root() {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(CoreOptions.ASPECT_RATIO, 1.5);
        root.setProperty(LayeredOptions.THOROUGHNESS, 1);
        root.setProperty(CoreOptions.SPACING_NODE_NODE, Placement.GAP_Y);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, Placement.GAP_X);
        root.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, Placement.GAP_Y);
        return root;
    }

    private static List<Link> sorted(Collection<Link> links) {
        return links.stream()
                .sorted(Comparator.comparing(Link::from).thenComparing(Link::to))
                .toList();
    }

    private static List<Spot> route(ElkEdge edge) {
        List<Spot> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Spot(section.getStartX(), section.getStartY()));
            for (ElkBendPoint bend : section.getBendPoints()) {
                points.add(new Spot(bend.getX(), bend.getY()));
            }
            points.add(new Spot(section.getEndX(), section.getEndY()));
        }
        return points;
    }
}
