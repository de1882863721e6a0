package io.novacron.oncall.demo.metric;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.metric.exporter.Exporters;
import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Pulses;
import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which targets the Prometheus servers of a cluster have, how often they scrape each, and what each exposes. */
final class Layout {

    private static final int ALERTMANAGERS = 3;
    private static final Duration USUAL = Duration.ofSeconds(15);

    private final World world;
    private final Cluster cluster;
    private final long key;
    private final List<Scraped> all = new ArrayList<>();

    private Layout(World world, Cluster cluster, String replica) {
        this.world = world;
        this.cluster = cluster;
        this.key = Noise.key(world.platform().seed(), cluster.name() + "/prometheus-" + replica);
    }

    static List<Scraped> of(World world, Cluster cluster, String replica) {
        Layout layout = new Layout(world, cluster, replica);
        cluster.instances().forEach(layout::instance);
        cluster.nodes().forEach(layout::machine);
        layout.prometheus("a");
        layout.prometheus("b");
        for (int i = 0; i < ALERTMANAGERS; i++) {
            layout.alertmanager(i);
        }
        layout.opsCenter();
        return List.copyOf(layout.all);
    }

    private void instance(Instance instance) {
        Place place = Place.of(instance);
        Labels labels = Labels.of(Map.of("job", instance.service().label(), "instance", instance.address()));
        Page page = new Page(labels);
        Exporters.instance(page, new Site(world, cluster, place, instance.name(), world.starts(instance)), instance);
        add(labels, interval(instance.service()), down(place), page);
    }

    private static Duration interval(Service service) {
        return switch (service) {
            case CONSENSUS -> Duration.ofSeconds(1);
            case API, AUTH, MIGRATION, STORAGE -> Duration.ofSeconds(5);
            case HAPROXY, SCHEDULER, VM_MANAGER, NETWORK -> Duration.ofSeconds(10);
            default -> USUAL;
        };
    }

    private void machine(Node node) {
        Place place = Place.ofNode(cluster.name(), node.name());
        int ordinal = cluster.nodes().indexOf(node);
        Site site = new Site(world, cluster, place, node.name(), world.starts("node", ordinal, place));
        Page system = new Page(machine("node", node, 9100));
        Exporters.node(system, site, node);
        add(machine("node", node, 9100), USUAL, down(place), system);
        Page libvirt = new Page(machine("libvirt", node, 9177));
        Exporters.libvirt(libvirt, site, node);
        add(machine("libvirt", node, 9177), USUAL, down(place), libvirt);
    }

    private Labels machine(String job, Node node, int port) {
        return Labels.of(
                Map.of("job", job, "instance", node.name() + ".novacron.example:" + port, "node", node.name()));
    }

    private void prometheus(String replica) {
        Labels labels = single("prometheus", "prometheus-" + replica, 9090);
        Page page = new Page(labels);
        Exporters.prometheus(page, site("prometheus", replica.equals("a") ? 0 : 1, "prometheus-" + replica));
        add(labels, USUAL, world.pulses(Aspect.PROMETHEUS_DOWN, Place.ofNode(cluster.name(), replica)), page);
    }

    private void alertmanager(int ordinal) {
        String name = "alertmanager-" + ordinal;
        Labels labels = single("alertmanager", name, 9093);
        Page page = new Page(labels);
        Exporters.alertmanager(page, site("alertmanager", ordinal, name));
        add(labels, USUAL, Pulses.NONE, page);
    }

    private void opsCenter() {
        Labels labels = single("ops-center", "ops-center", 9150);
        Page page = new Page(labels);
        Exporters.opsCenter(page, site("ops-center", 0, "ops-center"));
        add(labels, USUAL, Pulses.NONE, page);
    }

    /** What incidents do to the whole cluster is what a process that watches it feels. */
    private Site site(String group, int ordinal, String name) {
        Place place = Place.of(cluster.name());
        return new Site(world, cluster, place, name, world.starts(group, ordinal, place));
    }

    private Labels single(String job, String name, int port) {
        return Labels.of(Map.of("job", job, "instance", name + "." + cluster.name() + ".novacron.example:" + port));
    }

    private Pulses down(Place place) {
        return world.pulses(Aspect.DOWN, place);
    }

    private void add(Labels labels, Duration interval, Pulses down, Page page) {
        all.add(new Scraped(new ScrapeTarget(labels, interval, down, key), page));
    }
}
