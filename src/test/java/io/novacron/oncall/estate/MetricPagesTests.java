package io.novacron.oncall.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Loopback;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.metric.MetricCatalog;
import io.novacron.oncall.demo.metric.ScrapeTarget;
import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import io.novacron.oncall.servers.PrometheusConfig;
import io.novacron.oncall.servers.PrometheusServer;
import io.novacron.oncall.servers.ServerCache;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The pages of the estate's exporters, as Prometheus' own programs read them. */
class MetricPagesTests {

    private static final Platform PLATFORM = Platform.of(42);
    private static final Cluster CLUSTER = PLATFORM.cluster("eu-west");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final double AT = NOON.toEpochMilli() / 1e3;
    /** Something of everything that comes and goes is there at noon. */
    private static final World BUSY = new World(
            PLATFORM,
            Timeline.QUIET.started(new Incident(
                    "test",
                    NOON.minusSeconds(300),
                    null,
                    List.of(
                            effect(Aspect.STREAMS, Place.of("eu-west"), 100),
                            effect(Aspect.MIGRATION_FAILURES, Place.ofNode("eu-west", "eu-west-n01"), 1)))));

    private final Clock clock = Clock.system();
    private final MetricCatalog catalog = new MetricCatalog(() -> BUSY, CLUSTER, "a");

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"PROMETHEUS_2_42", "PROMETHEUS_3_8"})
    void promtoolHasNothingToSayAboutAnyPage(Servers version, @TempDir Path folder) throws Exception {
        Path promtool = ServerCache.tool(version, "promtool");
        Map<String, ScrapeTarget> oneOfEachJob = new LinkedHashMap<>();
        catalog.targets().forEach(target -> oneOfEachJob.putIfAbsent(target.job(), target));
        assertThat(oneOfEachJob).hasSizeGreaterThan(15);
        for (ScrapeTarget target : oneOfEachJob.values()) {
            Path page = folder.resolve(target.job());
            Path said = folder.resolve(target.job() + ".said");
            Files.writeString(page, catalog.exposition(target, AT));
            Process process = new ProcessBuilder(promtool.toString(), "check", "metrics")
                    .redirectInput(page.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            int exit = process.waitFor();
            assertThat(Files.readString(said)).as(target.job()).isEmpty();
            assertThat(exit).as(target.job()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"PROMETHEUS_2_42", "PROMETHEUS_3_8"})
    void prometheusScrapesAPage(Servers version) throws Exception {
        ScrapeTarget target = target("hypervisor");
        String page = catalog.exposition(target, AT);
        long samples = page.lines().filter(line -> !line.startsWith("#")).count();
        try (Loopback server = new Loopback(0, _ -> page(page), clock);
                PrometheusServer prometheus = PrometheusServer.start(
                        version, PrometheusConfig.empty().withScrape("hypervisor", server.port()))) {
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> value(prometheus, "up{job=\"hypervisor\"}") == 1);
            assertThat(value(prometheus, "scrape_samples_scraped")).isEqualTo((double) samples);
            assertThat(value(prometheus, "count(dwcp_amst_stream_errors)")).isEqualTo(10);
            assertThat(value(prometheus, "count(dwcp_amst_latency_seconds_bucket{le=\"+Inf\"})"))
                    .isEqualTo(1);
        }
    }

    @Test
    void namesThatTheLinterDislikesCanBeAskedForButStandOnNoPage() {
        assertThat(catalog.metadata()).anyMatch(family -> family.name().equals("novacron_vm_count"));
        assertThat(catalog.exposition(target("scheduler"), AT))
                .doesNotContain("novacron_vm_count")
                .contains("dwcp_node_capacity");
    }

    private ScrapeTarget target(String job) {
        return catalog.targets().stream()
                .filter(target -> target.job().equals(job))
                .findFirst()
                .orElseThrow();
    }

    private static Reply page(String text) {
        return new Reply(
                200,
                Map.of("Content-Type", "text/plain; version=0.0.4; charset=utf-8"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static double value(PrometheusServer prometheus, String expression) throws IOException {
        JsonNode result = prometheus.query(expression);
        return Double.parseDouble(result.path(0).path("value").path(1).asString());
    }

    private static Effect effect(Aspect aspect, Place place, double magnitude) {
        return new Effect(aspect, place, magnitude, Duration.ZERO, Duration.ZERO);
    }
}
