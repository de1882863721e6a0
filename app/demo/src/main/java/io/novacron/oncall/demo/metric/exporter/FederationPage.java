package io.novacron.oncall.demo.metric.exporter;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Site;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.metric.signal.Spread;
import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Pulses;
import java.util.List;

/** What a cluster says of its federation with the other regions. */
final class FederationPage {

    private static final double[] BOUNDS = {0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60};

    private FederationPage() {}

    static void write(Page page, Site site) {
        String own = site.cluster().name();
        Pulses errors = site.at(Aspect.ERRORS, Service.API);
        Signal score = site.wander("score", 98.5, 0.005, 600);
        page.gauge(
                "dwcp_federation_region_health_score",
                "Health of a region, 0 to 100.",
                time -> Math.clamp(score.at(time) - 60 * errors.at(time), 0, 100),
                "region",
                own);
        for (Cluster other : site.world().platform().clusters()) {
            if (!other.name().equals(own)) {
                peer(page, site, own, other.name());
            }
        }
    }

    private static void peer(Page page, Site site, String own, String other) {
        Pulses lag = site.wide(Aspect.REPLICATION_LAG);
        Signal usual = site.wander("lag " + other, 0.4, 0.4, 60);
        page.gauge(
                "dwcp_federation_replication_lag_seconds",
                "How far the copy in another region is behind.",
                time -> usual.at(time) + lag.at(time),
                "source_region",
                own,
                "target_region",
                other);
        page.gauge(
                "dwcp_federation_measured_latency_ms",
                "Round trip time between two regions, in milliseconds.",
                site.wander("way " + other, site.lot("way " + other, 70, 190), 0.04, 60),
                "source_region",
                own,
                "target_region",
                other);
        page.histogram(
                "dwcp_federation_sync_duration_seconds",
                "Duration of synchronisations with another region.",
                site.timing(0.2, Spread.around(0.35), lag::at, lag),
                BOUNDS,
                "cluster",
                own,
                "remote_cluster",
                other,
                "sync_type",
                "delta");
        page.counter(
                "dwcp_federation_bandwidth_saved_bytes_total",
                "Bytes that compression saved on the way to another region.",
                site.count(2.4e6),
                "cluster",
                own,
                "remote_cluster",
                other);
        for (String status : List.of("success", "failed")) {
            page.counter(
                    "dwcp_federation_migrations_total",
                    "Migrations of VMs to another region.",
                    site.count(status.equals("success") ? 5e-4 : 2e-6),
                    "from_region",
                    own,
                    "to_region",
                    other,
                    "status",
                    status);
        }
    }
}
