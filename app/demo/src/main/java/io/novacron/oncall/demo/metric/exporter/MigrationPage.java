package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.MetricType;
import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.metric.signal.Spread;
import io.novacron.oncall.demo.metric.signal.Timing;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;
import java.util.ArrayList;
import java.util.List;

/** The migration service: each process moves VMs from half of the nodes to the next three. */
final class MigrationPage {

    private static final double[] BOUNDS = {5, 10, 20, 30, 60, 120, 300, 600};
    private static final double[] DOWNTIME_BOUNDS = {5, 10, 25, 50, 100, 250, 500, 1_000};
    private static final double MEDIAN = 22;
    private static final double FAILING = 0.002;
    /** Most calls ask how far a migration is; that part begins one. */
    private static final double BEGINNING = 0.02;
    /** A migration makes that many calls one after the other. */
    private static final double CALLS = 20;

    private static final int TARGETS = 3;

    private final Page page;
    private final Site site;
    private final Instance instance;
    private final Pulses more;
    private final Pulses latency;
    private final Pulses errors;
    private final List<Way> ways = new ArrayList<>();
    /** Of this process, per second at load 1. */
    private final double rate;
    /** Of all migrations of the cluster. */
    private final double part;

    /**
     * From one node to another.
     *
     * @param failing the share of its migrations that fail
     * @param turning what changes them
     */
    private record Way(Signal failing, List<Pulses> turning) {

        Pulses[] all() {
            return turning.toArray(Pulses[]::new);
        }
    }

    private MigrationPage(Page page, Site site, Instance instance, double rate) {
        this.page = page;
        this.site = site;
        this.instance = instance;
        this.rate = rate * BEGINNING;
        this.part = 1.0 / site.cluster().instancesOf(Service.MIGRATION).size();
        more = site.at(Aspect.MIGRATIONS, Service.MIGRATION);
        latency = site.pulses(Aspect.LATENCY);
        errors = site.pulses(Aspect.ERRORS);
    }

    static void write(Page page, Site site, Instance instance, double rate) {
        MigrationPage migration = new MigrationPage(page, site, instance, rate);
        List<Node> nodes = site.cluster().nodes();
        for (int i = instance.ordinal(); i < nodes.size(); i += (int) Math.rint(1 / migration.part)) {
            double of = 1.0 / (nodes.size() * TARGETS);
            for (int step = 1; step <= TARGETS; step++) {
                migration.pair(nodes.get(i), nodes.get((i + step) % nodes.size()), of);
            }
            migration.compared(nodes.get(i), nodes.get((i + 1) % nodes.size()), of);
        }
        migration.all();
        migration.moving();
    }

    /** @param of the part of the cluster's migrations that go this way */
    private void pair(Node from, Node to, double of) {
        double own = rate / part * of;
        Way way = way(from, to);
        ways.add(way);
        pair(from, to, migrations(way, own, time -> 1 - way.failing().at(time), of), "success");
        pair(from, to, migrations(way, own, way.failing(), of), "failed");
        double[] scale = {0.8, 0.2};
        List<String> types = List.of("live", "cold");
        for (int i = 0; i < scale.length; i++) {
            page.histogram(
                    "novacron_vm_migration_duration_seconds",
                    "Duration of migrations of VMs.",
                    duration(own * scale[i], MEDIAN * (i == 0 ? 1 : 1.6)),
                    BOUNDS,
                    "source_node",
                    from.name(),
                    "target_node",
                    to.name(),
                    "migration_type",
                    types.get(i));
        }
    }

    /** One way of each node is enough to compare. */
    private void compared(Node from, Node to, double of) {
        page.histogram(
                "dwcp_migration_duration_seconds",
                "Duration of migrations with and without DWCP.",
                duration(rate / part * of, MEDIAN),
                BOUNDS,
                "cluster",
                instance.cluster(),
                "source_node",
                from.name(),
                "dest_node",
                to.name(),
                "dwcp_enabled",
                "true");
    }

    private void pair(Node from, Node to, Signal count, String status) {
        page.counter(
                "novacron_vm_migrations_total",
                "Migrations of VMs.",
                count,
                "source_node",
                from.name(),
                "target_node",
                to.name(),
                "status",
                status,
                "migration_type",
                "live");
        page.counter(
                "novacron_dwcp_migrations_total",
                "Migrations over DWCP.",
                count,
                "source",
                from.name(),
                "destination",
                to.name(),
                "status",
                status);
    }

    /** A migration fails where one of its two ends makes it fail. */
    private Way way(Node from, Node to) {
        Pulses here = site.at(Aspect.MIGRATION_FAILURES, from);
        Pulses there = site.at(Aspect.MIGRATION_FAILURES, to);
        return new Way(
                time -> Math.min(1, FAILING + Math.max(here.at(time), there.at(time)) + errors.at(time)),
                List.of(here, there, errors, more));
    }

    /** The usual ones follow the load, those of a storm do not; of both the same share fails. */
    private Signal migrations(Way way, double own, Signal share, double of) {
        return site.share(own, share, way.all()).plus(site.even(of, time -> more.at(time) * share.at(time), way.all()));
    }

    private double failing(double time) {
        double sum = 0;
        for (Way way : ways) {
            sum += way.failing().at(time);
        }
        return sum / ways.size();
    }

    private Timing duration(double own, double median) {
        return site.timing(own, Spread.around(median), time -> CALLS * latency.at(time), latency);
    }

    private void all() {
        Way all = new Way(
                this::failing,
                ways.stream().flatMap(way -> way.turning().stream()).distinct().toList());
        Signal wave = site.busy("active", rate * MEDIAN * 1.2, 0.9, 60);
        page.gauge(
                "novacron_migrations_active",
                "Migrations that are under way.",
                time -> Math.rint(wave.at(time) + part * more.at(time) * (MEDIAN + CALLS * latency.at(time))));
        page.histogram(
                "novacron_migration_downtime_milliseconds",
                "How long a VM stood still while it was moved.",
                site.timing(rate, Spread.around(40), time -> 1_000 * latency.at(time), latency),
                DOWNTIME_BOUNDS,
                "migration_type",
                "live");
        page.histogram(
                "dwcp_v3_migration_duration_seconds",
                "Duration of migrations by mode of DWCP.",
                duration(rate, MEDIAN),
                BOUNDS,
                "node_id",
                instance.node().name(),
                "mode",
                "datacenter");
        page.counter(
                "dwcp_v3_migration_success_total",
                "Migrations that succeeded.",
                migrations(all, rate, time -> 1 - failing(time), part),
                "node_id",
                instance.node().name(),
                "mode",
                "datacenter");
        for (String type : List.of("small", "medium", "large")) {
            page.gauge(
                    "dwcp_migration_speedup_factor",
                    "How much faster migrations are with DWCP.",
                    site.wander("speedup " + type, site.lot(type, 2.2, 3.9), 0.06, 600),
                    "cluster",
                    instance.cluster(),
                    "vm_type",
                    type);
        }
    }

    private void moving() {
        page.passing(
                "novacron_migration_progress",
                MetricType.GAUGE,
                "How far a migration is, in percent.",
                Moves.progress(page, site, instance));
        page.passing(
                "novacron_migration_transfer_rate_bytes",
                MetricType.GAUGE,
                "Bytes per second that a migration copies.",
                Moves.transfer(page, site, instance));
        page.passing(
                "novacron_migration_errors_total",
                MetricType.COUNTER,
                "Errors of a migration.",
                Moves.errors(page, site, instance, this::failing));
    }
}
