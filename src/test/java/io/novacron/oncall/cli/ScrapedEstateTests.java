package io.novacron.oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.PrometheusServer;
import io.novacron.oncall.servers.ServerCache;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A real Prometheus on {@code oncall estate --scrape}. */
class ScrapedEstateTests {

    @TempDir
    Path folder;

    @Test
    void aRealPrometheusFindsEveryTargetUpAndItsLinterHasNothingToSay() throws IOException, InterruptedException {
        try (OncallProcess process = OncallProcess.start(folder, "estate", "--scrape")) {
            Path file = Path.of(
                    ServedEstate.of(process).document().path("scrapeConfig").asString());
            String yaml = Files.readString(file);
            Map<String, URI> pages = new TreeMap<>();
            int targets = read(yaml, pages);
            assertThat(targets).isGreaterThan(100);
            try (PrometheusServer prometheus = PrometheusServer.start(Servers.PROMETHEUS_3_8, yaml)) {
                await("every target up")
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> count(prometheus, "count(up == 1)") == targets);
                assertThat(count(prometheus, "count(up == 0)")).isZero();
            }
            for (Map.Entry<String, URI> page : pages.entrySet()) {
                assertThat(linted(Http.get(page.getValue()).ok().body()))
                        .as(page.getKey())
                        .isEqualTo("0 ");
            }
        }
    }

    /** How many targets the configuration has; puts one page of each job into {@code pages}. */
    private static int read(String yaml, Map<String, URI> pages) {
        int targets = 0;
        for (JsonNode job : YAMLMapper.builder().build().readTree(yaml).path("scrape_configs")) {
            for (JsonNode target : job.path("static_configs")) {
                targets++;
                pages.put(
                        job.path("job_name").asString(),
                        URI.create("http://" + target.path("targets").path(0).asString()
                                + target.path("labels").path("__metrics_path__").asString()));
            }
        }
        return targets;
    }

    private static int count(PrometheusServer prometheus, String expression) throws IOException {
        return Integer.parseInt(
                prometheus.query(expression).path(0).path("value").path(1).asString("0"));
    }

    /** Exit code and words of {@code promtool check metrics}. */
    private String linted(String page) throws IOException, InterruptedException {
        Process promtool = new ProcessBuilder(
                        ServerCache.tool(Servers.PROMETHEUS_3_8, "promtool").toString(), "check", "metrics")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("promtool.txt").toFile())
                .start();
        try (OutputStream in = promtool.getOutputStream()) {
            in.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return promtool.waitFor() + " " + Files.readString(folder.resolve("promtool.txt"));
    }
}
