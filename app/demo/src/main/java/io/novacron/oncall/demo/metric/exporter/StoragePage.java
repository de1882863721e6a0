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

/** The storage service: each process speaks of the tiers of its part of the nodes. */
final class StoragePage {

    private static final double[] BOUNDS = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5};

    /**
     * One kind of disk.
     *
     * @param part of a node's disk space
     * @param operations reads per second of a node at load 1; half as many writes
     * @param median seconds of a read
     */
    private record Tier(String name, double part, double operations, double median) {}

    private static final List<Tier> TIERS = List.of(
            new Tier("hot", 0.2, 900, 0.0008), new Tier("warm", 0.3, 240, 0.004), new Tier("cold", 0.5, 20, 0.015));

    private final Page page;
    private final Site site;

    private StoragePage(Page page, Site site) {
        this.page = page;
        this.site = site;
    }

    static void write(Page page, Site site, Instance instance) {
        StoragePage storage = new StoragePage(page, site);
        int processes = site.cluster().instancesOf(Service.STORAGE).size();
        List<Node> nodes = site.cluster().nodes();
        for (int i = instance.ordinal(); i < nodes.size(); i += processes) {
            for (Tier tier : TIERS) {
                storage.tier(nodes.get(i), tier);
            }
        }
        storage.moves();
    }

    private void tier(Node node, Tier tier) {
        String[] labels = {"tier", tier.name(), "node_id", node.name()};
        String key = node.name() + tier.name();
        double capacity = tier.part() * node.diskBytes();
        page.gauge("novacron_storage_capacity_bytes", "Size of a tier of a node.", Signal.of(capacity), labels);
        page.gauge(
                "novacron_storage_usage_bytes",
                "Used bytes of a tier of a node.",
                Usage.of(site, node).disk().times(capacity),
                labels);
        page.gauge(
                "novacron_storage_deduplication_ratio",
                "Bytes written by VMs for each byte stored.",
                site.wander("dedup" + key, site.lot("dedup" + key, 1.5, 2.2), 0.02, 3_600),
                labels);
        page.gauge(
                "novacron_storage_compression_ratio",
                "Bytes before compression for each byte after it.",
                site.wander("compress" + key, site.lot("compress" + key, 1.8, 2.6), 0.02, 3_600),
                labels);
        operations(node, tier, "read", "out", tier.operations(), tier.median());
        operations(node, tier, "write", "in", tier.operations() / 2, tier.median() * 1.4);
    }

    private void operations(Node node, Tier tier, String operation, String direction, double rate, double median) {
        String key = node.name() + tier.name() + operation;
        Pulses added = site.at(Aspect.DISK_LATENCY, node);
        Signal usual = site.busy("iops" + key, rate, 0.15, 60);
        Signal iops = time -> usual.at(time) / (1 + 2 * added.at(time));
        page.gauge(
                "novacron_storage_iops",
                "Operations per second on a tier of a node.",
                iops,
                "tier",
                tier.name(),
                "node_id",
                node.name(),
                "operation",
                operation);
        page.gauge(
                "novacron_storage_throughput_bytes_per_second",
                "Bytes per second from or to a tier of a node.",
                iops.times(32_768),
                "tier",
                tier.name(),
                "node_id",
                node.name(),
                "direction",
                direction);
        page.histogram(
                "novacron_storage_latency_seconds",
                "Duration of reads and writes on a tier of a node.",
                site.timing(rate, Spread.around(median), added::at, added),
                BOUNDS,
                "tier",
                tier.name(),
                "node_id",
                node.name(),
                "operation",
                operation);
    }

    private void moves() {
        move("demote", "hot", "warm", 0.04);
        move("demote", "warm", "cold", 0.02);
        move("promote", "warm", "hot", 0.03);
        move("promote", "cold", "warm", 0.01);
    }

    private void move(String type, String source, String target, double rate) {
        page.counter(
                "novacron_storage_tiering_operations_total",
                "Volumes moved between tiers.",
                site.count(rate),
                "operation_type",
                type,
                "source_tier",
                source,
                "target_tier",
                target);
    }
}
