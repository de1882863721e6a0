package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.metric.signal.Spread;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;
import java.util.List;

/** Alertmanager on itself. How many alerts and silences it has, only its own API knows: that is not told here. */
final class AlertmanagerPage {

    private static final double[] BOUNDS = {0.05, 0.1, 0.25, 0.5, 1, 5, 10, 15, 20};
    private static final int MEMBERS = 3;

    private AlertmanagerPage() {}

    static void write(Page page, Site site) {
        ServicePage.process(page, site);
        page.gauge(
                "alertmanager_build_info",
                "A metric with a constant '1' value labeled by version.",
                Signal.of(1),
                "version",
                "0.34.2",
                "goversion",
                "go1.26.0");
        page.gauge(
                "alertmanager_config_last_reload_successful",
                "Whether the last configuration reload attempt was successful.",
                Signal.of(1));
        Pulses split = site.wide(Aspect.ALERTMANAGER_SPLIT);
        Signal lost = time -> split.at(time) >= 0.5 ? MEMBERS - 1 : 0;
        page.gauge(
                "alertmanager_cluster_members",
                "Number indicating current number of members in cluster.",
                time -> MEMBERS - lost.at(time));
        page.gauge(
                "alertmanager_cluster_failed_peers",
                "Number indicating the current number of failed peers in the cluster.",
                lost);
        page.gauge(
                "alertmanager_cluster_health_score",
                "Health score of the cluster. Lower values are better and zero means 'totally healthy'.",
                lost);
        page.counter(
                "alertmanager_alerts_received_total",
                "The total number of received alerts.",
                site.even(2 / 60.0, Signal.of(1)),
                "status",
                "firing",
                "version",
                "v2");
        page.counter(
                "alertmanager_alerts_invalid_total",
                "The total number of received alerts that were invalid.",
                Signal.of(0),
                "version",
                "v2");
        for (String integration : List.of("pagerduty", "slack", "email", "webhook")) {
            page.counter(
                    "alertmanager_notifications_total",
                    "The total number of attempted notifications.",
                    site.even(1 / 3_600.0, Signal.of(1)),
                    "integration",
                    integration);
            page.counter(
                    "alertmanager_notifications_failed_total",
                    "The total number of failed notifications.",
                    Signal.of(0),
                    "integration",
                    integration,
                    "reason",
                    "other");
            page.histogram(
                    "alertmanager_notification_latency_seconds",
                    "The latency of notifications in seconds.",
                    site.timing(1 / 3_600.0, Spread.around(0.18), Signal.of(0)),
                    BOUNDS,
                    "integration",
                    integration);
        }
    }
}
