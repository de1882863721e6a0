package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.metric.signal.Spread;
import io.novacron.oncall.demo.metric.signal.Timing;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Pulses;
import io.novacron.oncall.demo.world.Starts;
import java.util.List;
import java.util.Locale;

/** What NovaCron computes of its own service levels and incidents: self-reported, to be shown beside what is measured. */
final class OpsCenterPage {

    private static final double[] BOUNDS = {30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200};

    private final Page page;
    private final Site site;
    private final String region;
    private final Pulses errors;
    private final Pulses latency;

    private OpsCenterPage(Page page, Site site) {
        this.page = page;
        this.site = site;
        this.region = site.cluster().name();
        this.errors = site.at(Aspect.ERRORS, Service.HAPROXY);
        this.latency = site.at(Aspect.LATENCY, Service.HAPROXY);
    }

    static void write(Page page, Site site) {
        OpsCenterPage center = new OpsCenterPage(page, site);
        center.nines();
        center.compliance();
        center.budgets();
        center.incidents();
        center.rollout();
    }

    private void nines() {
        List<String> zones = site.cluster().nodes().stream()
                .map(Node::zone)
                .distinct()
                .sorted()
                .toList();
        for (String tenant : site.world().platform().tenants()) {
            for (String zone : zones) {
                String[] labels = {"region", region, "zone", zone, "customer", tenant};
                Signal usual = site.wander(zone + tenant, 0.0004, 0.5, 1_800);
                page.gauge(
                        "five_nines_availability_percentage",
                        "Availability that a customer had, 0 to 100.",
                        time -> Math.max(0, 100 - usual.at(time) - 30 * errors.at(time)),
                        labels);
            }
            page.counter(
                    "five_nines_sla_violations_total",
                    "Violations of a customer's service level.",
                    site.added(errors, 0.01),
                    "customer",
                    tenant,
                    "severity",
                    "high");
        }
        page.gauge(
                "six_nines_availability_percentage",
                "Availability that a customer had, 0 to 100.",
                time -> Math.max(0, 99.99993 - 30 * errors.at(time)),
                "region",
                region,
                "zone",
                zones.getFirst(),
                "customer",
                site.world().platform().tenants().getFirst());
    }

    private void compliance() {
        Signal available = time -> errors.at(time) < 0.001 ? 1 : 0;
        Signal fast = time -> latency.at(time) < 0.9 ? 1 : 0;
        level("availability", "error_rate", available);
        level("latency", "p95_seconds", fast);
        for (String type : List.of("availability", "latency")) {
            Pulses level = type.equals("latency") ? latency : errors;
            page.gauge(
                    "dwcp_federation_sla_compliance_percent",
                    "How far a region meets a service level, 0 to 100.",
                    time -> Math.clamp(99.97 - 40 * level.at(time), 0, 100),
                    "region",
                    region,
                    "sla_type",
                    type);
        }
    }

    private void level(String type, String metric, Signal met) {
        page.gauge(
                "dwcp_v3_sla_compliance", "1 while a service level is met.", met, "sla_type", type, "metric", metric);
    }

    private void budgets() {
        Signal usual = site.wander("budget", 0.24, 0.05, 86_400);
        Signal consumed = time -> Math.clamp(usual.at(time) + 2 * errors.at(time), 0, 1);
        page.gauge(
                "novacron_error_budget_consumed",
                "Share of an error budget that is used, 0 to 1.",
                consumed,
                "budget",
                "api");
        page.gauge(
                "novacron_error_budget_remaining",
                "Share of an error budget that is left, 0 to 1.",
                time -> 1 - consumed.at(time),
                "budget",
                "api");
        Signal slow = site.wander("p99", 0.21, 0.1, 300);
        page.gauge(
                "novacron_latency_budget_p99_seconds",
                "99th percentile that counts against a latency budget.",
                time -> slow.at(time) + latency.at(time),
                "budget",
                "api");
    }

    private void incidents() {
        for (String severity : List.of("critical", "warning")) {
            page.gauge(
                    "ops_center_active_incidents",
                    "Incidents that are open.",
                    time -> severity.equals("critical") ? open(time) : 0,
                    "severity",
                    severity,
                    "region",
                    region);
        }
        page.gauge("ops_center_war_room_active", "1 while a war room is open.", time -> open(time) > 0 ? 1 : 0);
        double[] medians = {70, 240, 900, 1_500};
        List<String> steps = List.of("detection", "triage", "mitigation", "resolution");
        for (int i = 0; i < medians.length; i++) {
            String name = String.format(Locale.ROOT, "incident_%s_time_seconds", steps.get(i));
            page.histogram(name, "Time until the " + steps.get(i) + " of an incident.", incidents(medians[i]), BOUNDS);
        }
        page.histogram("incident_mttr_seconds", "Time until an incident was over.", incidents(1_700), BOUNDS);
        page.counter(
                "dwcp_federation_incidents_total",
                "Incidents of a region.",
                site.even(3e-6, Signal.of(1)),
                "region",
                region,
                "severity",
                "P1",
                "category",
                "availability");
        for (String result : List.of("success", "failure")) {
            page.counter(
                    "runbook_executions_total",
                    "Runbooks that were executed.",
                    site.even(result.equals("success") ? 2e-5 : 1e-6, Signal.of(1)),
                    "runbook",
                    "restart-service",
                    "trigger",
                    "alert",
                    "result",
                    result);
        }
        page.counter(
                "dwcp_v3_anomaly_detections_total",
                "Anomalies detected.",
                site.even(1e-4, Signal.of(1)).plus(site.added(errors, 0.2)),
                "anomaly_type",
                "error_rate",
                "severity",
                "warning");
    }

    private Timing incidents(double median) {
        return site.timing(3e-6, new Spread(median, 2.5), Signal.of(0));
    }

    /** Those of this region, or of all: where an incident has one effect here, it counts. */
    private double open(double time) {
        return site.world().timeline().incidents().stream()
                .filter(incident -> lasts(incident, time))
                .filter(incident -> incident.effects().stream()
                        .map(effect -> effect.place().cluster())
                        .anyMatch(cluster -> cluster == null || cluster.equals(region)))
                .count();
    }

    private static boolean lasts(Incident incident, double time) {
        return incident.start().toEpochMilli() / 1e3 <= time
                && (incident.end() == null || time < incident.end().toEpochMilli() / 1e3);
    }

    private void rollout() {
        List<Starts> starts =
                site.cluster().instances().stream().map(site.world()::starts).toList();
        page.gauge(
                "dwcp_v3_rollout_progress_percent",
                "How far a new version is rolled out, 0 to 100.",
                time -> starts.stream().anyMatch(one -> one.candidate(time)) ? 25 : 100,
                "stage",
                "production",
                "region",
                region);
    }
}
