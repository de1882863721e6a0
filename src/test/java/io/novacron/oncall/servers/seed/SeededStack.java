package io.novacron.oncall.servers.seed;

import static org.awaitility.Awaitility.await;

import io.novacron.oncall.servers.AlertmanagerPair;
import io.novacron.oncall.servers.JaegerServer;
import io.novacron.oncall.servers.PrometheusConfig;
import io.novacron.oncall.servers.PrometheusServer;
import io.novacron.oncall.servers.RealServer;
import io.novacron.oncall.servers.SearchServer;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The whole seeded installation on real servers: a pair of Alertmanagers, a Prometheus that scrapes eight services and
 * alerts to the pair, a Jaeger and an OpenSearch, all filled by the {@link Seeder}, and a configuration file for the
 * console that names them.
 */
public final class SeededStack implements AutoCloseable {
    private static final String RULES = """
            groups:
              - name: novacron
                rules:
                  - record: service:novacron_api_requests:rate1m
                    expr: sum by (service) (rate(novacron_api_requests_total[1m]))
                  - alert: Watchdog
                    expr: vector(1)
                    labels: {severity: info, service: monitoring}
                    annotations: {summary: "This alert always fires: it proves that alerts arrive"}
                  - alert: ServiceDown
                    expr: up == 0
                    labels: {severity: critical}
                    annotations: {summary: "{{ $labels.job }} cannot be scraped"}
                  - alert: HealthCheckFails
                    expr: novacron_health_check_status == 0
                    labels: {severity: error}
                    annotations:
                      summary: "The health check of {{ $labels.component }} fails"
                      runbook_url: https://runbooks.novacron.example/alerts/HealthCheckFails
                  - alert: StorageWritesSlow
                    expr: >-
                      histogram_quantile(0.95, sum by (node_id, le)
                      (rate(novacron_storage_latency_seconds_bucket{operation="write"}[1m]))) > 0.1
                    for: 1h
                    labels: {severity: warning, service: storage}
                    annotations: {summary: "Writes on {{ $labels.node_id }} take {{ $value | humanizeDuration }}"}
            """;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final MetricsPage metrics;
    private final AlertmanagerPair alertmanagers;
    private final PrometheusServer prometheus;
    private final JaegerServer jaeger;
    private final SearchServer search;

    private SeededStack(InstantSource clock) throws IOException {
        try {
            metrics = keep(MetricsPage.start(clock));
            alertmanagers = keep(AlertmanagerPair.start(Servers.ALERTMANAGER_0_34, SeededAlerts.CONFIG));
            prometheus = keep(PrometheusServer.start(Servers.PROMETHEUS_3_8, prometheusConfig()));
            jaeger = keep(JaegerServer.start(Servers.JAEGER_1_62));
            search = keep(SearchServer.start(Servers.OPENSEARCH_3_8));
            Seeder seeder = new Seeder(clock.instant());
            seeder.alerts(alertmanagers.members());
            seeder.traces(jaeger);
            seeder.logs(search);
            awaitWatchdog();
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Starts and fills everything; times in it are relative to what the clock says now. */
    public static SeededStack start(InstantSource clock) throws IOException {
        return new SeededStack(clock);
    }

    public MetricsPage metrics() {
        return metrics;
    }

    public AlertmanagerPair alertmanagers() {
        return alertmanagers;
    }

    public PrometheusServer prometheus() {
        return prometheus;
    }

    public JaegerServer jaeger() {
        return jaeger;
    }

    public SearchServer search() {
        return search;
    }

    /** The console's configuration for this stack, as the text of its TOML file. */
    public String toml() {
        String members = alertmanagers.members().stream()
                .map(member -> "\"" + member.url() + "\"")
                .reduce((one, two) -> one + ", " + two)
                .orElseThrow();
        return """
                environment = "%s"

                [operator]
                name = "ana"
                role = "responder"

                """.formatted(Estate.ENVIRONMENT)
                + source("am-eu", "alertmanager", members)
                + source("prom-eu", "prometheus", "\"" + prometheus.url() + "\"")
                + source("traces-eu", "jaeger", "\"" + jaeger.url() + "\"")
                + source("logs-eu", "elasticsearch", "\"" + search.url() + "\"")
                + """
                indices = ["logs-novacron-*"]

                [[watchdog]]
                match = 'alertname="Watchdog"'
                within = "5m"
                """;
    }

    /** {@code SeededStack FILE}: writes the configuration to FILE and keeps running until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: SeededStack FILE (the configuration is written to FILE)");
        }
        Path file = Path.of(arguments[0]);
        try (SeededStack stack = start(InstantSource.system())) {
            Files.writeString(file, stack.toml());
            System.out.println("Configuration: " + file.toAbsolutePath() + " (runs until the input ends, Ctrl+D)");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            switch (parts.pop()) {
                case MetricsPage page -> page.close();
                case AlertmanagerPair pair -> pair.close();
                case RealServer server -> server.close();
                default -> throw new IllegalStateException("unknown part");
            }
        }
    }

    /** Once this alert is on both members, Prometheus has scraped, evaluated and sent at least once. */
    private void awaitWatchdog() {
        await("the Watchdog alert on both members")
                .atMost(Duration.ofMinutes(1))
                .until(() -> alertmanagers.first().alerts().toString().contains("\"Watchdog\"")
                        && alertmanagers.second().alerts().toString().contains("\"Watchdog\""));
    }

    private PrometheusConfig prometheusConfig() {
        PrometheusConfig config = PrometheusConfig.empty()
                .withRules(RULES)
                .withExternalLabels(Map.of("cluster", Estate.CLUSTER, "environment", Estate.ENVIRONMENT))
                .withAlertmanagers(alertmanagers.members().stream()
                        .map(RealServer::hostPort)
                        .toList());
        List<PrometheusConfig.Scrape> scrapes = metrics.scrapes();
        for (PrometheusConfig.Scrape scrape : scrapes) {
            config = config.withScrape(scrape);
        }
        return config;
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    private static String source(String name, String kind, String urls) {
        return """
                [[source]]
                name = "%s"
                kind = "%s"
                environment = "%s"
                cluster = "%s"
                urls = [%s]
                every = "5s"
                """.formatted(name, kind, Estate.ENVIRONMENT, Estate.CLUSTER, urls);
    }
}
