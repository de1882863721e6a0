package io.novacron.oncall.demo.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.demo.alertmanager.PostedAlert;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import io.novacron.oncall.demo.metric.MetricCatalog;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.rule.RuleFile;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class PrometheusReplicaTests {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RULES = """
            groups:
              - name: g
                interval: 15s
                rules:
                  - record: job:up:sum
                    expr: sum by (job) (up)
                  - alert: Down
                    expr: up * 1 == 0
                    for: 30s
                    labels: {severity: critical}
                  - alert: LongDown
                    expr: up == 0
                    for: 30m
            """;

    private final ManualClock clock = new ManualClock(START);
    private final List<PostedAlert> posted = new ArrayList<>();
    private World world = new World(Platform.of(3), Timeline.QUIET);
    private final PrometheusReplica replica = new PrometheusReplica(
            new ReplicaSettings(
                    "eu-west",
                    "a",
                    URI.create("http://127.0.0.1:9090"),
                    List.of(URI.create("http://127.0.0.1:9093")),
                    START.minus(Duration.ofDays(31))),
            Scrapes.of(new MetricCatalog(() -> world, world.platform().cluster("eu-west"), "a")),
            RuleFile.parse("rules.yml", RULES, Duration.ofSeconds(15)),
            () -> world,
            posted::addAll,
            clock);

    @Test
    void alertsCarryTheClusterButNotTheReplicaAndLinkToTheirQuery() {
        happens(Aspect.DOWN, Place.of("eu-west", Service.REDIS));
        run(180);
        assertThat(posted)
                .filteredOn(alert -> alert.labels().get("alertname").equals("Down"))
                .isNotEmpty()
                .allSatisfy(alert -> {
                    assertThat(alert.labels().get("cluster")).isEqualTo("eu-west");
                    assertThat(alert.labels().has("replica")).isFalse();
                    assertThat(alert.generatorUrl())
                            .isEqualTo("http://127.0.0.1:9090/graph?g0.expr=up+%2A+1+%3D%3D+0&g0.tab=1");
                    assertThat(alert.endsAt()).isAfter(clock.now());
                });
    }

    @Test
    void theEndOfAnAlertIsPostedWithItsTime() {
        happens(Aspect.DOWN, Place.of("eu-west", Service.REDIS));
        run(120);
        world = new World(world.platform(), world.timeline().stopped("test", clock.now()));
        run(60);
        assertThat(posted)
                .filteredOn(alert -> alert.endsAt() != null && !alert.endsAt().isAfter(clock.now()))
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(alert.endsAt()).isAfter(START.plusSeconds(100)));
    }

    @Test
    void aReplicaThatIsDownEvaluatesNothingAndStartsAnew() {
        happens(Aspect.DOWN, Place.of("eu-west", Service.REDIS));
        run(15 * 60);
        posted.clear();
        happens(Aspect.PROMETHEUS_DOWN, Place.ofNode("eu-west", "a"));
        run(120);
        assertThat(posted).isEmpty();
        Timeline before = new Timeline(List.of(world.timeline().incidents().getFirst()));
        world = new World(
                world.platform(), before.started(ended(Aspect.PROMETHEUS_DOWN, Place.ofNode("eu-west", "a"))));
        run(1);
        assertThat(alerts("Down")).isEmpty();
        run(59);
        assertThat(alerts("Down"))
                .isNotEmpty()
                .allSatisfy(
                        alert -> assertThat(Instant.parse(alert.path("activeAt").asString()))
                                .isAfter(START.plusSeconds(17 * 60)));
        assertThat(alerts("LongDown"))
                .isNotEmpty()
                .allSatisfy(
                        alert -> assertThat(Instant.parse(alert.path("activeAt").asString()))
                                .isBefore(START.plusSeconds(5 * 60)));
    }

    @Test
    void recordedSeriesReachBackBehindTheStart() {
        run(60);
        JsonNode answer = get(
                "/api/v1/query_range",
                Map.of(
                        "query",
                        "job:up:sum{job=\"redis\"}",
                        "start",
                        seconds(-86_400),
                        "end",
                        seconds(60),
                        "step",
                        "600"));
        assertThat(answer.path("data").path("result").path(0).path("values")).hasSize(145);
    }

    @Test
    void theConfigurationSaysWhatTheReplicaDoes() {
        JsonNode config = YAMLMapper.builder()
                .build()
                .readTree(get("/api/v1/status/config", Map.of())
                        .path("data")
                        .path("yaml")
                        .asString());
        assertThat(config.path("global").path("external_labels").path("replica").asString())
                .isEqualTo("a");
        assertThat(config.path("alerting")
                        .path("alert_relabel_configs")
                        .path(0)
                        .path("action")
                        .asString())
                .isEqualTo("labeldrop");
        assertThat(config.path("scrape_configs"))
                .isNotEmpty()
                .allSatisfy(scrape -> assertThat(
                                scrape.path("static_configs").path(0).path("targets"))
                        .isNotEmpty());
    }

    @Test
    void targetsAndMetadataAgreeWithWhatCanBeQueried() {
        JsonNode targets =
                get("/api/v1/targets", Map.of("state", "active")).path("data").path("activeTargets");
        JsonNode up = get("/api/v1/query", Map.of("query", "count(up)"));
        assertThat(up.path("data").path("result").path(0).path("value").path(1).asString())
                .isEqualTo(String.valueOf(targets.size()));
        JsonNode metadata = get("/api/v1/metadata", Map.of("limit", "3")).path("data");
        assertThat(metadata).hasSize(3);
        assertThat(get("/api/v1/status/tsdb", Map.of("limit", "4")).path("data").path("seriesCountByMetricName"))
                .hasSize(4);
        assertThat(get("/api/v1/status/buildinfo", Map.of())
                        .path("data")
                        .path("version")
                        .asString())
                .isEqualTo("3.8.1");
        assertThat(get("/api/v1/alertmanagers", Map.of())
                        .path("data")
                        .path("activeAlertmanagers")
                        .path(0)
                        .path("url")
                        .asString())
                .isEqualTo("http://127.0.0.1:9093/api/v2/alerts");
    }

    @Test
    void nothingThatIsStillToComeCanBeRead() {
        String later = seconds(3_600);
        assertThat(result("/api/v1/query", Map.of("query", "up", "time", later)))
                .isEmpty();
        assertThat(result("/api/v1/query", Map.of("query", "up offset -1h"))).isEmpty();
        assertThat(result("/api/v1/query", Map.of("query", "up", "time", seconds(60))))
                .isNotEmpty();
        Map<String, String> range = Map.of("query", "count(up)", "start", seconds(-600), "end", later, "step", "60");
        // the newest sample counts for five minutes less the second in which it was scraped
        assertThat(result("/api/v1/query_range", range).path(0).path("values")).hasSize(15);
        assertThat(get("/api/v1/series", Map.of("match[]", "up", "start", seconds(60), "end", later))
                        .path("data"))
                .isEmpty();
    }

    private JsonNode result(String path, Map<String, String> parameters) {
        return get(path, parameters).path("data").path("result");
    }

    @Test
    void aQueryMayBeAForm() {
        Reply reply = replica.answer(
                new Request("POST", "/api/v1/query", "/api/v1/query", Map.of("query", List.of("1")), "", ""));
        assertThat(reply.status()).isEqualTo(200);
    }

    private List<JsonNode> alerts(String name) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode alert : get("/api/v1/alerts", Map.of()).path("data").path("alerts")) {
            if (alert.path("labels").path("alertname").asString().equals(name)) {
                found.add(alert);
            }
        }
        return found;
    }

    private JsonNode get(String path, Map<String, String> parameters) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        parameters.forEach((name, value) -> all.put(name, List.of(value)));
        Reply reply = replica.answer(new Request("GET", path, path, all, "", ""));
        assertThat(reply.status()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private static String seconds(int afterStart) {
        return String.valueOf(START.getEpochSecond() + afterStart);
    }

    private void run(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            replica.tick(clock.now());
        }
    }

    private void happens(Aspect aspect, Place place) {
        world = new World(
                world.platform(),
                world.timeline().started(new Incident("test", clock.now(), null, effects(aspect, place))));
    }

    private Incident ended(Aspect aspect, Place place) {
        return new Incident("test", clock.now().minus(Duration.ofMinutes(2)), clock.now(), effects(aspect, place));
    }

    private static List<Effect> effects(Aspect aspect, Place place) {
        return List.of(new Effect(aspect, place, 1, Duration.ZERO, Duration.ZERO));
    }
}
