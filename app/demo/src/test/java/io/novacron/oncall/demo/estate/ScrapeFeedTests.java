package io.novacron.oncall.demo.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.scenario.Scenarios;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ScrapeFeedTests {

    private static final Platform PLATFORM = Platform.of(7);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-22T12:00:00Z"));

    @Test
    void everyTargetOfTheConfigurationHasAPageOfItsOwn() {
        ScrapeFeed feed = feed("calm");
        Set<String> paths = new HashSet<>();
        for (JsonNode labels : targets(feed)) {
            paths.add(labels.path("__metrics_path__").asString());
            assertThat(labels.path("instance").asString()).isNotEmpty();
        }
        assertThat(paths)
                .hasSizeGreaterThan(100)
                .allSatisfy(path -> assertThat(get(feed, path)).startsWith("200 # HELP "));
        assertThat(get(feed, "/nowhere/metrics")).startsWith("404 ");
    }

    @Test
    void anExporterWhoseProcessIsDownHasNoPage() {
        assertThat(get(feed("calm"), consensus(feed("calm")))).startsWith("200 ");
        assertThat(get(feed("quorum-loss"), consensus(feed("calm")))).startsWith("503 ");
    }

    private static String consensus(ScrapeFeed feed) {
        return targets(feed).stream()
                .map(labels -> labels.path("__metrics_path__").asString())
                .filter(path -> path.contains("/consensus-1.ap-south."))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> targets(ScrapeFeed feed) {
        JsonNode configuration =
                YAMLMapper.builder().build().readTree(feed.configuration(URI.create("http://127.0.0.1:9999")));
        List<JsonNode> targets = new ArrayList<>();
        for (JsonNode job : configuration.path("scrape_configs")) {
            for (JsonNode target : job.path("static_configs")) {
                assertThat(target.path("targets").path(0).asString()).isEqualTo("127.0.0.1:9999");
                assertThat(target.path("labels").path("job").asString())
                        .isEqualTo(job.path("job_name").asString());
                targets.add(target.path("labels"));
            }
        }
        return targets;
    }

    private ScrapeFeed feed(String scenario) {
        return new ScrapeFeed(
                PLATFORM.clusters(),
                new Scenes(PLATFORM, List.of(new Estate.Begun(Scenarios.named(scenario), Duration.ofHours(1))), clock),
                clock);
    }

    private static String get(ScrapeFeed feed, String path) {
        Reply reply = feed.answer(new Request("GET", path, path, Map.of(), "", ""));
        return reply.status() + " " + new String(reply.body(), StandardCharsets.UTF_8);
    }
}
