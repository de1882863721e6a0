package io.novacron.oncall.contract;

import io.novacron.oncall.connectors.prometheus.PrometheusConnector;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Loopback;
import io.novacron.oncall.demo.metric.MetricCatalog;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.prometheus.PrometheusReplica;
import io.novacron.oncall.demo.prometheus.ReplicaSettings;
import io.novacron.oncall.demo.prometheus.Scrapes;
import io.novacron.oncall.demo.rule.RuleFile;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import io.novacron.oncall.servers.FreePorts;
import io.novacron.oncall.servers.PrometheusConfig;
import io.novacron.oncall.servers.PrometheusServer;
import io.novacron.oncall.servers.Servers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A Prometheus, real or of the estate, with the same rules and a target that answers and one that does not. */
final class MetricStage implements AutoCloseable {

    static final String RULES = """
            groups:
              - name: contract
                interval: 1s
                rules:
                  - record: job:up:sum
                    expr: sum by (job) (up)
                    labels: {team: core}
                  - alert: Watchdog
                    expr: vector(1)
                    labels: {severity: none}
                    annotations: {summary: 'alive, {{ $value | humanize }}'}
                  - alert: TargetDown
                    expr: up == 0
                    labels: {severity: critical}
                    annotations: {summary: '{{ $labels.job }} is down'}
                  - alert: TargetLongDown
                    expr: up == 0
                    for: 1h
                  - alert: Never
                    expr: up > 1
                  - alert: Broken
                    expr: up * on () group_left () up
            """;

    /** Every implementation that the contract is kept by. */
    enum Kind {
        PROMETHEUS_2_42,
        PROMETHEUS_3_8,
        ESTATE
    }

    private final Runnable stop;
    private final PrometheusConnector connector;

    private MetricStage(URI url, Runnable stop) {
        this.stop = stop;
        connector = new PrometheusConnector(Sources.client(url, SourceKind.PROMETHEUS));
    }

    static MetricStage open(Kind kind) {
        return switch (kind) {
            case PROMETHEUS_2_42 -> real(Servers.PROMETHEUS_2_42);
            case PROMETHEUS_3_8 -> real(Servers.PROMETHEUS_3_8);
            case ESTATE -> estate();
        };
    }

    PrometheusConnector connector() {
        return connector;
    }

    private static MetricStage real(Servers version) {
        PrometheusServer living = PrometheusServer.start(version, PrometheusConfig.empty());
        PrometheusServer server = PrometheusServer.start(
                version,
                PrometheusConfig.empty()
                        .withRules(RULES)
                        .withExternalLabels(Map.of("cluster", "eu-west", "replica", "a"))
                        .withScrape(new PrometheusConfig.Scrape("living", living.hostPort(), "/metrics", Map.of()))
                        .withScrape("dead", FreePorts.next()));
        return new MetricStage(server.url(), () -> {
            server.close();
            living.close();
        });
    }

    private static MetricStage estate() {
        Clock clock = Clock.system();
        Instant now = clock.now();
        Effect dead =
                new Effect(Aspect.DOWN, Place.of("eu-west", Service.OTEL_COLLECTOR), 1, Duration.ZERO, Duration.ZERO);
        Timeline timeline =
                new Timeline(List.of(new Incident("one-down", now.minus(Duration.ofMinutes(10)), null, List.of(dead))));
        World world = new World(Platform.of(1), timeline);
        MetricCatalog catalog = new MetricCatalog(() -> world, world.platform().cluster("eu-west"), "a");
        PrometheusReplica replica = new PrometheusReplica(
                new ReplicaSettings(
                        "eu-west",
                        "a",
                        URI.create("http://prometheus.example"),
                        List.of(),
                        now.minus(Duration.ofDays(1))),
                Scrapes.of(catalog),
                RuleFile.parse("rules.yml", RULES, Duration.ofSeconds(1)),
                () -> world,
                alerts -> {},
                clock);
        for (int second = -60; second <= 0; second++) {
            replica.tick(now.plusSeconds(second));
        }
        Loopback loopback = new Loopback(0, replica, clock);
        return new MetricStage(loopback.uri(), loopback::close);
    }

    @Override
    public void close() {
        stop.run();
    }
}
