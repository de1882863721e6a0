package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;
import java.util.List;
import java.util.Locale;

/** Prometheus on itself. */
final class PrometheusPage {

    private static final double SERIES = 7_400;
    private static final double SAMPLES = 760;
    private static final List<String> GROUPS = List.of("availability", "capacity", "security", "migration", "sla");

    private PrometheusPage() {}

    static void write(Page page, Site site) {
        ServicePage.process(page, site);
        page.gauge(
                "prometheus_build_info",
                "A metric with a constant '1' value labeled by version.",
                Signal.of(1),
                "version",
                "3.8.1",
                "goversion",
                "go1.26.0");
        Pulses streams = site.wide(Aspect.STREAMS);
        Signal head = site.wander("head", SERIES, 0.01, 7_200);
        page.gauge(
                "prometheus_tsdb_head_series",
                "Total number of series in the head block.",
                time -> Math.floor(head.at(time) + streams.at(time)));
        page.counter(
                "prometheus_tsdb_head_samples_appended_total",
                "Total number of appended samples.",
                site.even(SAMPLES, time -> 1 + streams.at(time) / 15 / SAMPLES, streams));
        page.counter(
                "prometheus_tsdb_compactions_total",
                "Total number of compactions.",
                site.even(1 / 7_200.0, Signal.of(1)));
        page.counter(
                "prometheus_tsdb_compactions_failed_total", "Total number of compactions that failed.", Signal.of(0));
        page.gauge(
                "prometheus_config_last_reload_successful",
                "Whether the last configuration reload attempt was successful.",
                Signal.of(1));
        notifications(page, site, streams);
        for (String group : GROUPS) {
            rules(page, site, "novacron-" + group);
        }
    }

    private static void notifications(Page page, Site site, Pulses streams) {
        page.gauge(
                "prometheus_notifications_queue_length",
                "The number of alert notifications in the queue.",
                time -> Math.floor(0.02 * streams.at(time)));
        page.gauge(
                "prometheus_notifications_queue_capacity",
                "The capacity of the alert notifications queue.",
                Signal.of(10_000));
        page.gauge(
                "prometheus_notifications_alertmanagers_discovered",
                "The number of alertmanagers discovered and active.",
                Signal.of(3));
        page.counter("prometheus_notifications_dropped_total", "Alerts dropped due to errors.", Signal.of(0));
        for (int member = 0; member < 3; member++) {
            String url = String.format(
                    Locale.ROOT,
                    "http://alertmanager-%d.%s.novacron.example:9093/api/v2/alerts",
                    member,
                    site.cluster().name());
            page.counter(
                    "prometheus_notifications_sent_total",
                    "Total number of alerts sent.",
                    site.even(1 / 60.0, time -> 1 + streams.at(time), streams),
                    "alertmanager",
                    url);
            page.counter(
                    "prometheus_notifications_errors_total",
                    "Total number of sent alerts affected by errors.",
                    Signal.of(0),
                    "alertmanager",
                    url);
        }
    }

    private static void rules(Page page, Site site, String group) {
        page.counter(
                "prometheus_rule_evaluations_total",
                "The total number of rule evaluations.",
                site.even(12 / 30.0, Signal.of(1)),
                "rule_group",
                group);
        page.counter(
                "prometheus_rule_evaluation_failures_total",
                "The total number of rule evaluation failures.",
                Signal.of(0),
                "rule_group",
                group);
        page.counter(
                "prometheus_rule_group_iterations_missed_total",
                "The total number of rule group evaluations missed due to slow rule group evaluation.",
                Signal.of(0),
                "rule_group",
                group);
        page.gauge(
                "prometheus_rule_group_last_duration_seconds",
                "The duration of the last rule group evaluation.",
                site.wander(group, 0.02, 0.4, 30),
                "rule_group",
                group);
    }
}
