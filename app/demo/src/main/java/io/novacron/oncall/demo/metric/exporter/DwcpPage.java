package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.MetricType;
import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.metric.signal.Spread;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;
import java.util.Arrays;
import java.util.List;

/** NovaCron's own transport on one node: streams, bytes, compression. */
final class DwcpPage {

    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5};

    private DwcpPage() {}

    static void write(Page page, Site site, Instance instance) {
        String[] here = {"cluster", instance.cluster(), "node", instance.node().name()};
        Pulses loss = site.pulses(Aspect.PACKET_LOSS);
        page.gauge(
                "dwcp_amst_streams_active",
                "Open streams.",
                site.busy("streams", 24, 0.1, 120).floor(),
                here);
        for (int stream = 0; stream < 4; stream++) {
            String id = instance.node().name() + "-s" + stream;
            page.counter("dwcp_amst_bytes_sent_total", "Bytes sent.", site.count(6e6), with(here, "stream_id", id));
            page.counter(
                    "dwcp_amst_bytes_received_total", "Bytes received.", site.count(5e6), with(here, "stream_id", id));
        }
        for (String type : List.of("timeout", "reset")) {
            page.counter(
                    "dwcp_amst_errors_total",
                    "Errors of streams.",
                    site.count(5e-4).plus(site.added(loss, 2.5)),
                    with(here, "error_type", type));
        }
        page.histogram(
                "dwcp_amst_latency_seconds",
                "Duration of operations on streams.",
                site.timing(20, Spread.around(0.006), time -> 2 * loss.at(time), loss),
                BOUNDS,
                with(here, "operation", "send"));
        page.gauge(
                "dwcp_amst_bandwidth_utilization_percent",
                "Share of the bandwidth that streams use, 0 to 100.",
                site.busy("utilization", 31, 0.15, 60).within(0, 100),
                here);
        for (String type : List.of("memory", "disk")) {
            page.counter(
                    "dwcp_hde_bytes_original_total",
                    "Bytes before compression.",
                    site.count(3.1e7),
                    with(here, "data_type", type));
            page.counter(
                    "dwcp_hde_bytes_compressed_total",
                    "Bytes after compression.",
                    site.count(type.equals("memory") ? 1.1e7 : 1.4e7),
                    with(here, "data_type", type));
        }
        health(page, site, here, loss);
        modes(page, site, instance.node().name());
        page.passing(
                StreamErrors.NAME,
                MetricType.GAUGE,
                "Errors per second of one stream that has trouble.",
                new StreamErrors(page, site, instance));
    }

    /** Version 3 chooses its mode by what it measures. */
    private static void modes(Page page, Site site, String node) {
        for (String mode : List.of("datacenter", "internet")) {
            boolean near = mode.equals("datacenter");
            page.gauge(
                    "dwcp_v3_active_streams",
                    "Open streams by mode.",
                    site.busy("streams " + mode, near ? 18 : 6, 0.1, 120).floor(),
                    "node_id",
                    node,
                    "mode",
                    mode);
            for (String direction : List.of("in", "out")) {
                page.counter(
                        "dwcp_v3_bytes_transferred_total",
                        "Bytes transferred by mode.",
                        site.count(near ? 1.6e7 : 2.2e6),
                        "node_id",
                        node,
                        "mode",
                        mode,
                        "direction",
                        direction);
            }
            page.counter(
                    "dwcp_v3_mode_switches_total",
                    "Changes of the mode.",
                    site.count(1e-5),
                    "node_id",
                    node,
                    "from_mode",
                    mode,
                    "to_mode",
                    near ? "internet" : "datacenter");
        }
    }

    private static void health(Page page, Site site, String[] here, Pulses loss) {
        Signal well = Trouble.ownHealth(site);
        for (String component : List.of("amst", "hde", "hypervisor")) {
            boolean amst = component.equals("amst");
            page.gauge(
                    "dwcp_system_component_health",
                    "Health of a component: 2 healthy, 1 degraded, 0 down.",
                    time -> well.at(time) == 0 ? 0 : amst && loss.at(time) >= 0.02 ? 1 : 2,
                    with(here, "component", component));
        }
    }

    private static String[] with(String[] labels, String name, String value) {
        String[] all = Arrays.copyOf(labels, labels.length + 2);
        all[labels.length] = name;
        all[labels.length + 1] = value;
        return all;
    }
}
