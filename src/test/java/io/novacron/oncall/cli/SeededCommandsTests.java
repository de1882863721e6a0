package io.novacron.oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.servers.seed.SeededAlerts;
import io.novacron.oncall.servers.seed.SeededStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every reading command on a whole installation of real servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeededCommandsTests {

    private static final int LINES = 20_000;

    private @Nullable SeededStack started;
    private Path folder = Path.of("");
    private Path config = Path.of("");

    @BeforeAll
    void startTheStack(@TempDir Path own) throws IOException {
        folder = own;
        SeededStack stack = SeededStack.start(InstantSource.system());
        started = stack;
        config = OncallRun.write(folder, "seeded.toml", stack.toml());
        await("every source live and scraped")
                .atMost(Duration.ofSeconds(60))
                .until(() -> run("check").exit() == 0
                        && run("query", "sum(up)", "--json").out().contains("\"8\""));
    }

    @AfterAll
    void stopTheStack() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void checkNamesKindVersionAndLatencyOfEachSource() {
        JsonNode sources = run("check", "--json").json().path("sources");
        assertThat(sources.size()).isEqualTo(4);
        for (JsonNode source : sources) {
            assertThat(source.path("state").asString()).isEqualTo("LIVE");
            assertThat(source.path("latencyMs").isIntegralNumber()).isTrue();
            assertThat(Instant.parse(source.path("lastGood").asString())).isBefore(Instant.MAX);
        }
    }

    @Test
    void alertsAreListedInAllTheirStates() {
        OncallRun run = run("alerts", "--json", "--filter", "namespace=\"novacron\"");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.json().path("alerts").size()).isEqualTo(SeededAlerts.COUNT);
        Set<String> states = new HashSet<>();
        run.json()
                .path("alerts")
                .forEach(alert -> states.add(alert.path("state").asString()));
        assertThat(states).contains("firing", "silenced", "inhibited", "acknowledged");
    }

    @Test
    void topologyShowsServicesTheirHealthWithEvidenceAndTheirCalls() {
        OncallRun run = run("topology", "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().path("nodes").size()).isEqualTo(8);
        for (JsonNode node : run.json().path("nodes")) {
            assertThat(node.path("health").asString()).isEqualTo("healthy");
            assertThat(node.path("rule").asString()).isNotEmpty();
            assertThat(node.path("evidence").size()).isPositive();
        }
        for (JsonNode edge : run.json().path("edges")) {
            assertThat(edge.path("provenance").path(0).asString()).isEqualTo("traces-eu");
        }
        assertThat(run.json().path("edges").size()).isGreaterThan(8);
    }

    @Test
    void aTraceThatWasFoundOpensByItsId() {
        JsonNode found = run("traces", "search", "--service", "storage", "--limit", "5", "--json")
                .json()
                .path("traces");
        assertThat(found.size()).isEqualTo(5);
        JsonNode first = found.path(0);
        JsonNode trace = run("trace", first.path("traceId").asString(), "--tree", "--json")
                .json();
        assertThat(trace.path("spans").asInt()).isEqualTo(first.path("spans").asInt());
        assertThat(trace.path("tree").size()).isEqualTo(trace.path("spans").asInt());
        assertThat(trace.path("rootService").asString())
                .isEqualTo(first.path("rootService").asString());
        assertThat(trace.path("orphans").asInt()).isZero();
        OncallRun unknown = run("trace", "00000000000000000000000000000017", "--json");
        assertThat(unknown.exit()).as(unknown.err()).isEqualTo(1);
    }

    @Test
    void logsAreCountedInFullAndPagedToTheLimit() {
        String start = Instant.now().minus(Duration.ofHours(12)).toString();
        JsonNode logs = run("logs", "search", "*", "--start", start, "--limit", "1100", "--json")
                .json();
        assertThat(logs.path("total").path("value").asInt()).isEqualTo(LINES);
        assertThat(logs.path("total").path("relation").asString()).isEqualTo("eq");
        Set<String> ids = new HashSet<>();
        Instant before = Instant.MAX;
        for (JsonNode entry : logs.path("entries")) {
            ids.add(entry.path("index").asString() + "/" + entry.path("id").asString());
            Instant time = Instant.parse(entry.path("time").asString());
            assertThat(time).isBeforeOrEqualTo(before);
            before = time;
        }
        assertThat(ids).hasSize(1100);
        long sum = 0;
        for (JsonNode bar : logs.path("histogram")) {
            sum += bar.path("count").asLong();
        }
        assertThat(sum).isEqualTo(LINES);
    }

    @Test
    void whatTheServerCannotReadIsWrongUsageInItsOwnWords() {
        OncallRun logs = run("logs", "search", "service:(");
        assertThat(logs.exit()).isEqualTo(2);
        assertThat(logs.err()).contains("parse error").containsOnlyOnce("\n");
        OncallRun query = run("query", "sum by (");
        assertThat(query.exit()).isEqualTo(2);
        assertThat(query.err()).contains("unclosed left parenthesis").containsOnlyOnce("\n");
    }

    @Test
    void aQueryAnswersItsSeriesWithPlainTimes() {
        OncallRun run = run("query", "up", "--json");
        JsonNode answer = run.json();
        assertThat(answer.path("type").asString()).isEqualTo("vector");
        assertThat(answer.path("series").size()).isEqualTo(8);
        JsonNode point = answer.path("series").path(0).path("points").path(0);
        assertThat(run.out()).doesNotContain("E9");
        assertThat(point.path(0).asDouble()).isGreaterThan(1e9);
        assertThat(point.path(1).asString()).isEqualTo("1");
        assertThat(answer.path("source").asString()).isEqualTo("prom-eu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerts", "topology", "traces", "logs"})
    void everyViewIsDrawnWithItsData(String view) throws IOException {
        Path picture = folder.resolve(view + ".png");
        OncallRun run = OncallProcess.run(
                folder, "picture", "--view", view, "--out", picture.toString(), "--config", config.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        Drawn drawn = Drawn.read(picture);
        assertThat(drawn.width()).isEqualTo(1600);
        assertThat(drawn.height()).isEqualTo(1000);
        assertThat(drawn.bytes()).isGreaterThan(50_000);
    }

    private OncallRun run(String... arguments) {
        return OncallRun.of(config, Map.of(), arguments);
    }
}
