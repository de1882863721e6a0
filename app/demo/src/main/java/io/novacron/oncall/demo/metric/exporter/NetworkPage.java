package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.metric.signal.Spread;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;
import java.util.List;

/** The network service: each process measures the ways from its part of the nodes; the first one also speaks of the other regions. */
final class NetworkPage {

    private static final double[] BOUNDS = {1e-4, 2.5e-4, 5e-4, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25};
    /** A lost packet is sent again after that many seconds. */
    private static final double AGAIN = 0.2;

    private static final double PROBES = 2;
    private static final int NEIGHBOURS = 3;

    private final Page page;
    private final Site site;

    private NetworkPage(Page page, Site site) {
        this.page = page;
        this.site = site;
    }

    static void write(Page page, Site site, Instance instance) {
        NetworkPage network = new NetworkPage(page, site);
        int processes = site.cluster().instancesOf(Service.NETWORK).size();
        List<Node> nodes = site.cluster().nodes();
        for (int i = instance.ordinal(); i < nodes.size(); i += processes) {
            for (int step = 1; step < nodes.size(); step++) {
                network.way(nodes.get(i), nodes.get((i + step) % nodes.size()), step <= NEIGHBOURS);
            }
            network.node(nodes.get(i));
        }
        if (instance.ordinal() == 0) {
            network.balancers();
            FederationPage.write(page, site);
        }
    }

    private void way(Node from, Node to, boolean timed) {
        Pulses here = site.at(Aspect.PACKET_LOSS, from);
        Pulses there = site.at(Aspect.PACKET_LOSS, to);
        Signal usual = site.wander("loss" + from.name() + to.name(), 1e-4, 0.9, 300);
        page.gauge(
                "novacron_network_packet_loss_rate",
                "Share of packets lost between two nodes, 0 to 1.",
                time -> Math.min(1, usual.at(time) + here.at(time) + there.at(time)),
                "source_node",
                from.name(),
                "target_node",
                to.name());
        if (timed) {
            double median = from.zone().equals(to.zone()) ? 2e-4 : 6e-4;
            page.histogram(
                    "novacron_network_latency_seconds",
                    "Round trip time between two nodes.",
                    site.timing(
                            PROBES,
                            new Spread(median, 4),
                            time -> AGAIN * (here.at(time) + there.at(time)),
                            here,
                            there),
                    BOUNDS,
                    "source_node",
                    from.name(),
                    "target_node",
                    to.name());
        }
    }

    private void node(Node node) {
        Pulses storm = site.wide(Aspect.MIGRATIONS);
        double part = 1.2e8 / site.cluster().nodes().size();
        for (String network : List.of("bond0", "storage0")) {
            for (String direction : List.of("in", "out")) {
                String key = node.name() + network + direction;
                Signal usual = site.busy(key, site.lot(key, 1.5e8, 4.5e8), 0.2, 60);
                page.gauge(
                        "novacron_network_bandwidth_bytes_per_second",
                        "Bytes per second through an interface of a node.",
                        time -> usual.at(time) + part * storm.at(time) * 10,
                        "node_id",
                        node.name(),
                        "interface",
                        network,
                        "direction",
                        direction);
            }
        }
        for (String type : List.of("vxlan", "geneve")) {
            page.gauge(
                    "novacron_overlay_connections",
                    "Tunnels of a node.",
                    Signal.of(type.equals("vxlan") ? site.cluster().nodes().size() - 1 : 2),
                    "overlay_type",
                    type,
                    "node_id",
                    node.name());
        }
    }

    private void balancers() {
        for (Service service : List.of(Service.API, Service.FRONTEND)) {
            List<Pulses> downs = Trouble.downs(site, service);
            int all = site.cluster().instancesOf(service).size();
            page.gauge(
                    "novacron_load_balancer_healthy_targets",
                    "Targets of a load balancer that answer.",
                    time -> all - Trouble.gone(downs, time),
                    "load_balancer_id",
                    service.label());
        }
    }
}
