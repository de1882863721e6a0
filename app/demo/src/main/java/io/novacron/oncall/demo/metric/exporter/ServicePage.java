package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Spread;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;
import java.util.List;

/** What every service of NovaCron exposes: its process, its version, and calls to it with errors and durations. */
final class ServicePage {

    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final double FAILING = 0.0004;

    private ServicePage() {}

    /** @param rate calls per second to this process at load 1 */
    static void write(Page page, Site site, Instance instance, double rate) {
        process(page, site);
        calls(page, site, instance, rate);
        page.versions(
                "dwcp_v3_component_health",
                "Health of a component: 1 healthy, 0 not.",
                site.starts(),
                Trouble.ownHealth(site),
                "component",
                instance.service().label());
    }

    /** What the client library of Prometheus says of every process. */
    static void process(Page page, Site site) {
        Pulses memory = site.pulses(Aspect.MEMORY);
        Pulses latency = site.pulses(Aspect.LATENCY);
        var resident = site.wander("resident", site.lot("resident", 2e8, 9e8), 0.08, 900);
        var routines = site.busy("routines", 80, 0.15, 90);
        page.gauge(
                "process_start_time_seconds",
                "Start time of the process since unix epoch in seconds.",
                site.starts()::before);
        page.sum(
                "process_cpu_seconds_total",
                "Total user and system CPU time spent in seconds.",
                site.count(site.lot("cpu", 0.05, 0.4)));
        page.gauge(
                "process_resident_memory_bytes",
                "Resident memory size in bytes.",
                time -> Math.rint(resident.at(time) + 4e9 * memory.at(time)));
        page.gauge(
                "process_open_fds",
                "Number of open file descriptors.",
                site.busy("fds", 120, 0.1, 60).floor());
        page.gauge("process_max_fds", "Maximum number of open file descriptors.", _ -> 65_536);
        page.gauge(
                "go_goroutines",
                "Number of goroutines that currently exist.",
                time -> Math.floor(routines.at(time) + 200 * latency.at(time)));
    }

    private static void calls(Page page, Site site, Instance instance, double rate) {
        String component = instance.service().label();
        String node = instance.node().name();
        List<String> operations = operations(instance.service());
        for (String operation : operations) {
            page.counter(
                    "dwcp_v3_component_operations_total",
                    "Operations of a component.",
                    site.count(rate / operations.size()),
                    "node_id",
                    node,
                    "component",
                    component,
                    "operation_type",
                    operation);
        }
        var failing = site.failing(FAILING);
        List<String> types = List.of("internal", "timeout", "unavailable");
        double[] parts = {0.5, 0.3, 0.2};
        for (int i = 0; i < parts.length; i++) {
            page.counter(
                    "dwcp_v3_component_errors_total",
                    "Operations of a component that failed.",
                    site.share(rate * parts[i], failing),
                    "node_id",
                    node,
                    "component",
                    component,
                    "error_type",
                    types.get(i));
        }
        page.histogram(
                "dwcp_v3_component_latency_seconds",
                "Duration of operations of a component.",
                site.timing(rate, Spread.around(median(instance.service())), 1),
                BOUNDS,
                "node_id",
                node,
                "component",
                component);
    }

    private static List<String> operations(Service service) {
        return switch (service) {
            case AUTH -> List.of("login", "authorize", "session");
            case SCHEDULER -> List.of("place", "reserve", "rebalance");
            case VM_MANAGER -> List.of("create", "delete", "migrate", "backup", "get");
            case MIGRATION -> List.of("plan", "copy", "switch");
            case STORAGE -> List.of("read", "write", "tier", "deduplicate");
            case NETWORK -> List.of("route", "balance", "monitor");
            case CONSENSUS -> List.of("propose", "read");
            case HYPERVISOR -> List.of("start", "stop", "inspect");
            default -> List.of("request");
        };
    }

    private static double median(Service service) {
        return switch (service) {
            case FRONTEND -> 0.030;
            case API -> 0.020;
            case VM_MANAGER -> 0.018;
            case MIGRATION -> 0.040;
            case STORAGE -> 0.006;
            case HYPERVISOR -> 0.010;
            case SCHEDULER -> 0.008;
            case CONSENSUS -> 0.003;
            default -> 0.004;
        };
    }
}
