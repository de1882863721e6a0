package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Vm;

/** The libvirt exporter on one node: its domains, which NovaCron calls VMs. */
final class LibvirtPage {

    private LibvirtPage() {}

    static void write(Page page, Site site, Node node) {
        page.gauge("libvirt_up", "Whether scraping libvirt's metrics was successful.", Signal.of(1));
        for (Vm vm : Guest.of(site, node)) {
            String[] domain = {"domain", vm.name()};
            Guest guest = Guest.of(site, vm);
            page.gauge(
                    "libvirt_domain_info_virtual_cpus",
                    "Number of virtual CPUs for the domain.",
                    Signal.of(vm.cpus()),
                    domain);
            page.gauge(
                    "libvirt_domain_info_maximum_memory_bytes",
                    "Maximum allowed memory of the domain, in bytes.",
                    Signal.of(vm.memoryBytes()),
                    domain);
            page.gauge(
                    "libvirt_domain_info_memory_usage_bytes",
                    "Memory usage of the domain, in bytes.",
                    guest.memory().times(vm.memoryBytes()).floor(),
                    domain);
            page.sum(
                    "libvirt_domain_info_cpu_time_seconds_total",
                    "Amount of CPU time used by the domain, in seconds.",
                    site.count(vm.cpus() * guest.cpuMean()),
                    domain);
        }
    }
}
