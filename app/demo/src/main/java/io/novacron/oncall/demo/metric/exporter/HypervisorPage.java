package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Vm;
import java.util.List;

/** The hypervisor of one node: its VMs, and the node as NovaCron sees it. */
final class HypervisorPage {

    private final Page page;
    private final Site site;
    private final Node node;

    private HypervisorPage(Page page, Site site, Node node) {
        this.page = page;
        this.site = site;
        this.node = node;
    }

    static void write(Page page, Site site, Instance instance) {
        HypervisorPage hypervisor = new HypervisorPage(page, site, instance.node());
        List<Vm> vms = Guest.of(site, instance.node());
        vms.forEach(hypervisor::machine);
        hypervisor.system();
        for (String state : List.of("running", "stopped")) {
            long count = vms.stream()
                    .filter(vm -> SchedulerPage.state(vm).equals(state))
                    .count();
            page.gauge(
                    "dwcp_vm_count",
                    "VMs of a node by state.",
                    Signal.of(count),
                    "state",
                    state,
                    "node",
                    instance.node().name());
        }
        DwcpPage.write(page, site, instance);
    }

    private void machine(Vm vm) {
        String[] labels = {"vm_id", vm.id(), "vm_name", vm.name(), "tenant_id", vm.tenant(), "node_id", node.name()};
        Guest guest = Guest.of(site, vm);
        page.gauge(
                "novacron_vm_cpu_usage_percent",
                "CPU usage of a VM.",
                guest.cpu().times(100),
                labels);
        page.gauge(
                "novacron_vm_memory_usage_bytes",
                "Memory that a VM uses.",
                guest.memory().times(vm.memoryBytes()).floor(),
                labels);
        page.gauge(
                "novacron_vm_disk_usage_bytes",
                "Disk space that a VM uses.",
                guest.disk().times(vm.diskBytes()).floor(),
                labels);
        double traffic = guest.traffic();
        page.counter(
                "novacron_vm_network_receive_bytes_total", "Bytes that a VM received.", site.count(traffic), labels);
        page.counter(
                "novacron_vm_network_transmit_bytes_total", "Bytes that a VM sent.", site.count(traffic * 0.7), labels);
    }

    private void system() {
        Usage usage = Usage.of(site, node);
        page.gauge(
                "novacron_system_cpu_usage_percent",
                "CPU usage of a node.",
                usage.cpu().times(100),
                "node_id",
                node.name(),
                "cpu",
                "all");
        memory("used", usage.memory());
        memory("cached", time -> 0.6 * (1 - usage.memory().at(time)));
        memory("free", time -> 0.4 * (1 - usage.memory().at(time)));
        page.gauge(
                "novacron_system_disk_usage_bytes",
                "Used bytes of a file system of a node.",
                usage.disk().times(node.diskBytes()).floor(),
                "node_id",
                node.name(),
                "device",
                "/dev/nvme0n1p2",
                "mountpoint",
                "/var/lib/novacron");
        for (String period : List.of("1m", "5m", "15m")) {
            page.gauge(
                    "novacron_system_load_average",
                    "Load average of a node.",
                    usage.cpu().times(node.cpus() * 1.1),
                    "node_id",
                    node.name(),
                    "period",
                    period);
        }
    }

    private void memory(String type, Signal share) {
        page.gauge(
                "novacron_system_memory_usage_bytes",
                "Memory of a node by use.",
                share.times(node.memoryBytes()).floor(),
                "node_id",
                node.name(),
                "type",
                type);
    }
}
