package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;
import java.util.List;

/** node_exporter on one node. */
final class NodePage {

    private static final long ROOT = 200L << 30;
    private static final double CPU = 0.35;

    private final Page page;
    private final Site site;
    private final Node node;
    private final Usage usage;

    private NodePage(Page page, Site site, Node node) {
        this.page = page;
        this.site = site;
        this.node = node;
        this.usage = Usage.of(site, node);
    }

    static void write(Page page, Site site, Node node) {
        NodePage exporter = new NodePage(page, site, node);
        exporter.machine();
        exporter.processors();
        exporter.memory();
        exporter.files();
        exporter.disk();
        exporter.network();
    }

    private void machine() {
        page.gauge("node_boot_time_seconds", "Node boot time, in unixtime.", site.starts()::before);
        page.gauge("node_time_seconds", "System time in seconds since epoch.", time -> time);
        page.gauge(
                "node_uname_info",
                "Labeled system information as provided by the uname system call.",
                Signal.of(1),
                "nodename",
                node.name(),
                "sysname",
                "Linux",
                "release",
                "6.12.48+deb13-amd64",
                "machine",
                "x86_64");
        page.gauge(
                "node_timex_offset_seconds",
                "Time offset in between local system and reference clock.",
                site.wander("clock", 2e-4, 0.9, 300));
        double[] periods = {60, 300, 900};
        String[] names = {"node_load1", "node_load5", "node_load15"};
        for (int i = 0; i < periods.length; i++) {
            page.gauge(
                    names[i],
                    "Load average over " + (int) (periods[i] / 60) + "m.",
                    usage.cpu().times(node.cpus() * 1.1));
        }
    }

    /** All processors are told as one: sixty-four times as many series would say nothing more. */
    private void processors() {
        Pulses added = site.pulses(Aspect.CPU);
        Pulses latency = site.pulses(Aspect.DISK_LATENCY);
        Signal busy = time -> Math.min(0.95, added.at(time));
        Signal waiting = time -> Math.min(0.25, 0.5 * latency.at(time));
        mode("user", site.share(node.cpus(), Signal.of(CPU * 0.7)).plus(site.even(node.cpus(), busy, added)));
        mode("system", site.share(node.cpus(), Signal.of(CPU * 0.25)));
        mode("iowait", site.share(node.cpus(), Signal.of(CPU * 0.05)).plus(site.even(node.cpus(), waiting, latency)));
        Signal rest = time -> Math.max(0.01, 0.65 - busy.at(time) - waiting.at(time));
        mode("idle", site.even(node.cpus(), rest, added, latency));
    }

    private void mode(String mode, Signal seconds) {
        page.sum("node_cpu_seconds_total", "Seconds the CPUs spent in each mode.", seconds, "cpu", "all", "mode", mode);
    }

    private void memory() {
        double all = node.memoryBytes();
        page.gauge("node_memory_MemTotal_bytes", "Memory information field MemTotal_bytes.", Signal.of(all));
        page.gauge(
                "node_memory_MemAvailable_bytes",
                "Memory information field MemAvailable_bytes.",
                time -> Math.floor(all * (1 - usage.memory().at(time))));
    }

    private void files() {
        files("/", ROOT, site.wander("root", 0.38, 0.02, 7_200));
        files("/var/lib/novacron", (double) node.diskBytes(), usage.disk());
    }

    private void files(String mountpoint, double size, Signal used) {
        String device = mountpoint.equals("/") ? "/dev/nvme0n1p1" : "/dev/nvme0n1p2";
        String[] labels = {"device", device, "fstype", "xfs", "mountpoint", mountpoint};
        page.gauge("node_filesystem_size_bytes", "Filesystem size in bytes.", Signal.of(size), labels);
        page.gauge(
                "node_filesystem_avail_bytes",
                "Filesystem space available to non-root users in bytes.",
                time -> Math.floor(size * (1 - used.at(time))),
                labels);
        page.gauge("node_filesystem_readonly", "Filesystem read-only status.", Signal.of(0), labels);
    }

    private void disk() {
        Pulses latency = site.pulses(Aspect.DISK_LATENCY);
        String[] device = {"device", "nvme0n1"};
        double reads = 1_100;
        page.counter(
                "node_disk_reads_completed_total",
                "The total number of reads completed successfully.",
                site.count(reads),
                device);
        page.counter(
                "node_disk_writes_completed_total",
                "The total number of writes completed successfully.",
                site.count(reads / 2),
                device);
        page.sum(
                "node_disk_read_time_seconds_total",
                "The total number of seconds spent by all reads.",
                site.share(reads, time -> 6e-4 + latency.at(time), latency),
                device);
        page.sum(
                "node_disk_write_time_seconds_total",
                "The total number of seconds spent by all writes.",
                site.share(reads / 2, time -> 9e-4 + latency.at(time), latency),
                device);
        page.sum(
                "node_disk_io_time_seconds_total",
                "Total seconds spent doing I/Os.",
                site.even(1, time -> Math.min(0.99, 0.22 + 3 * latency.at(time)), latency),
                device);
    }

    private void network() {
        Pulses loss = site.pulses(Aspect.PACKET_LOSS);
        double packets = 40_000;
        for (String device : List.of("bond0", "storage0")) {
            String[] labels = {"device", device};
            page.counter(
                    "node_network_receive_bytes_total",
                    "Network device statistic receive_bytes.",
                    site.count(site.lot(device + "in", 1.5e8, 4e8)),
                    labels);
            page.counter(
                    "node_network_transmit_bytes_total",
                    "Network device statistic transmit_bytes.",
                    site.count(site.lot(device + "out", 1.5e8, 4e8)),
                    labels);
            page.counter(
                    "node_network_receive_errs_total",
                    "Network device statistic receive_errs.",
                    site.share(packets, time -> 1e-8 + 0.1 * loss.at(time), loss),
                    labels);
            page.counter(
                    "node_network_receive_drop_total",
                    "Network device statistic receive_drop.",
                    site.share(packets, time -> 1e-7 + Math.min(1, loss.at(time)), loss),
                    labels);
        }
    }
}
