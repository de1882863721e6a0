package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.platform.Vm;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Pulses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The scheduler: allocations of each process; the first one also speaks of the cluster's nodes and VMs. */
final class SchedulerPage {

    private SchedulerPage() {}

    static void write(Page page, Site site, Instance instance, double rate) {
        Signal failing = site.failing(0.001);
        allocation(page, site.share(rate * 0.2, time -> 1 - failing.at(time)), "success");
        allocation(page, site.share(rate * 0.2, failing), "failed");
        if (instance.ordinal() == 0) {
            site.cluster().nodes().forEach(node -> node(page, site, node));
            pool(page, site);
            machines(page, site);
        }
    }

    private static void allocation(Page page, Signal count, String status) {
        page.counter(
                "novacron_resource_allocations_total", "Allocations of resources to VMs.", count, "status", status);
    }

    private static void node(Page page, Site site, Node node) {
        Usage usage = Usage.of(site, node);
        capacity(page, node, "cpu", node.cpus(), usage.cpu().times(node.cpus()));
        capacity(
                page,
                node,
                "memory",
                (double) node.memoryBytes(),
                usage.memory().times(node.memoryBytes()));
        capacity(page, node, "disk", (double) node.diskBytes(), usage.disk().times(node.diskBytes()));
        Pulses down = site.at(Aspect.DOWN, node);
        Pulses hypervisor = site.cluster().instancesOf(Service.HYPERVISOR).stream()
                .filter(one -> one.node().equals(node))
                .map(one -> Trouble.down(site, one))
                .findFirst()
                .orElse(down);
        Pulses loss = site.at(Aspect.PACKET_LOSS, node);
        detection(page, node, "heartbeat", site.count(5e-6).plus(site.added(hypervisor, 0.1)));
        detection(page, node, "network", site.count(5e-6).plus(site.added(loss, 0.5)));
    }

    private static void capacity(Page page, Node node, String resource, double capacity, Signal usage) {
        page.gauge(
                "dwcp_node_capacity",
                "What a node has: cores or bytes.",
                Signal.of(capacity),
                "node",
                node.name(),
                "resource",
                resource);
        page.gauge(
                "dwcp_node_usage",
                "What is used of a node: cores or bytes.",
                usage,
                "node",
                node.name(),
                "resource",
                resource);
    }

    private static void detection(Page page, Node node, String type, Signal count) {
        page.counter(
                "novacron_failure_detections_total",
                "Failures of nodes that were detected.",
                count,
                "node_id",
                node.name(),
                "failure_type",
                type);
    }

    private static void pool(Page page, Site site) {
        List<Usage> usages = site.cluster().nodes().stream()
                .map(node -> Usage.of(site, node))
                .toList();
        List<Node> nodes = site.cluster().nodes();
        double cpus = nodes.stream().mapToDouble(Node::cpus).sum();
        double memory = nodes.stream().mapToDouble(Node::memoryBytes).sum();
        double disk = nodes.stream().mapToDouble(Node::diskBytes).sum();
        pool(page, "cpu", cpus, mean(usages.stream().map(Usage::cpu).toList()));
        pool(page, "memory", memory, mean(usages.stream().map(Usage::memory).toList()));
        pool(page, "storage", disk, mean(usages.stream().map(Usage::disk).toList()));
    }

    private static void pool(Page page, String type, double capacity, Signal share) {
        page.gauge(
                "novacron_resource_pool_capacity",
                "What all nodes together have: cores or bytes.",
                Signal.of(capacity),
                "resource_type",
                type);
        page.gauge(
                "novacron_resource_pool_usage",
                "What is used of it: cores or bytes.",
                share.times(capacity),
                "resource_type",
                type);
    }

    private static Signal mean(List<Signal> shares) {
        return time ->
                shares.stream().mapToDouble(share -> share.at(time)).average().orElse(0);
    }

    private static void machines(Page page, Site site) {
        Map<String, Long> states = site.cluster().vms().stream()
                .collect(Collectors.groupingBy(SchedulerPage::state, TreeMap::new, Collectors.counting()));
        states.forEach(
                (state, count) -> page.gauge("novacron_vms_total", "VMs by state.", Signal.of(count), "state", state));
        Map<List<String>, Long> counts = site.cluster().vms().stream()
                .collect(Collectors.groupingBy(
                        vm -> List.of(state(vm), vm.tenant(), vm.node().name()), Collectors.counting()));
        counts.forEach((key, count) -> page.gauge(
                "novacron_vm_count",
                "VMs by status, tenant and node.",
                Signal.of(count),
                "status",
                key.get(0),
                "tenant_id",
                key.get(1),
                "node_id",
                key.get(2)));
    }

    /** Nine of ten VMs run. */
    static String state(Vm vm) {
        return Noise.unit(Noise.key(0, vm.id()), 1) < 0.9 ? "running" : "stopped";
    }
}
