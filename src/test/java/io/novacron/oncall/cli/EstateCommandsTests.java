package io.novacron.oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.time.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code oncall estate} in one process, every other command against it in another: as against real servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EstateCommandsTests {

    private static final String MATCHER = "alertname=\"StorageLatencyHigh\"";

    private @Nullable OncallProcess started;
    private Path config = Path.of("");

    @BeforeAll
    void openTheEstate(@TempDir Path folder) {
        OncallProcess estate = OncallProcess.start(folder, "estate", "--scenario", "storage-latency", "--at", "10m");
        started = estate;
        config = ServedEstate.of(estate).config();
    }

    @AfterAll
    void closeIt() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void everyAlertOfTheEstateStandsInItsAlertmanager() {
        JsonNode lost = run("alerts", "--json").json().path("notInAlertmanager");
        assertThat(lost.isArray()).isTrue();
        assertThat(lost.size()).as(lost.toString()).isZero();
    }

    @Test
    void fieldsOfTheConsoleNarrowTheListToo() {
        JsonNode old = run("alerts", "--json", "--filter", "@age>1m", "--filter", "@severity=S1")
                .json()
                .path("alerts");
        assertThat(old.size()).isPositive();
        for (JsonNode alert : old) {
            assertThat(alert.path("severity").asString()).isEqualTo("S1");
        }
        OncallRun wrong = run("alerts", "--json", "--filter", "@stat=firing");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("@stat", "column 1");
    }

    @Test
    void aRangeHasAPointForEachStep() {
        Instant end = Clock.system().now().truncatedTo(ChronoUnit.SECONDS);
        OncallRun run = run(
                "query-range",
                "count(up)",
                "--source",
                "prometheus-ap-south",
                "--start",
                end.minusSeconds(120).toString(),
                "--end",
                end.toString(),
                "--step",
                "30s",
                "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json().path("type").asString()).isEqualTo("matrix");
        JsonNode points = run.json().path("series").path(0).path("points");
        assertThat(points.size()).isEqualTo(5);
        assertThat(points.path(4).path(0).asLong() - points.path(0).path(0).asLong())
                .isEqualTo(120);
    }

    @Test
    void everySourceIsLiveWithItsVersion() {
        OncallRun run = run("check", "--json");
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        JsonNode sources = run.json().path("sources");
        assertThat(sources.size()).isEqualTo(8);
        for (JsonNode source : sources) {
            assertThat(source.path("state").asString()).as(source.toString()).isEqualTo("LIVE");
            // this dialect of Jaeger does not tell its version
            assertThat(source.path("version").asString()
                            + source.path("flavour").asString(""))
                    .isNotEmpty();
        }
    }

    @Test
    void whatTheScenarioBreaksFiresOnAllMembersOfItsCluster() {
        OncallRun run = run("alerts", "--json", "--filter", MATCHER);
        assertThat(run.exit()).isEqualTo(1);
        JsonNode alert = run.json().path("alerts").path(0);
        assertThat(alert.path("cluster").asString()).isEqualTo("eu-west");
        assertThat(alert.path("severity").asString()).isNotEmpty();
        assertThat(alert.path("seenOn").size()).isEqualTo(3);
        assertThat(alert.path("receivers").size()).isPositive();
        assertThat(alert.path("runbook").asString()).startsWith("https://runbooks.novacron.example/");
    }

    @Test
    void anAcknowledgementIsEffectiveOnEveryMemberAndSoIsItsEnd() {
        String fingerprint = run("alerts", "--json", "--filter", "alertname=\"VmOperationsSlow\"")
                .json()
                .path("alerts")
                .path(0)
                .path("fingerprint")
                .asString();
        JsonNode ack = written("ack", fingerprint, "--comment", "looking");
        assertThat(ack.path("silenceId").asString()).isNotEmpty();
        JsonNode alert = run("alert", fingerprint, "--json").json();
        assertThat(alert.path("state").asString()).isEqualTo("acknowledged");
        assertThat(alert.path("ack").path("comment").asString()).isEqualTo("looking");
        assertThat(written("unack", fingerprint).path("silenceIds").size()).isEqualTo(1);
        assertThat(run("alert", fingerprint, "--json").json().path("state").asString())
                .isNotEqualTo("acknowledged");
    }

    @Test
    void aSilenceIsAddedListedAndExpired() {
        String id = written(
                        "silence",
                        "add",
                        "--cluster",
                        "eu-west",
                        "--matcher",
                        MATCHER,
                        "--for",
                        "1h",
                        "--comment",
                        "the disk is being replaced")
                .path("silenceId")
                .asString();
        JsonNode silence = silence(id);
        assertThat(silence.path("state").asString()).isEqualTo("active");
        assertThat(silence.path("seenOn").size()).isEqualTo(3);
        assertThat(silence.path("matches").asInt()).isPositive();
        written("silence", "expire", id);
        assertThat(silence(id).path("state").asString()).isNotEqualTo("active");
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
        assertThat(trace.path("traceId").asString())
                .isEqualTo(first.path("traceId").asString());
        assertThat(trace.path("tree").size()).isEqualTo(trace.path("spans").asInt());
        assertThat(run("trace", "00000000000000000000000000000017", "--json").exit())
                .isEqualTo(1);
    }

    @Test
    void logsOfTheNewestHourAreThereAndComeInOrder() {
        JsonNode logs = run("logs", "search", "*", "--limit", "600", "--json").json();
        assertThat(logs.path("total").path("value").asInt()).isGreaterThan(1_000);
        Set<String> ids = new HashSet<>();
        Instant before = Instant.MAX;
        for (JsonNode entry : logs.path("entries")) {
            ids.add(entry.path("index").asString() + "/" + entry.path("id").asString());
            Instant time = Instant.parse(entry.path("time").asString());
            assertThat(time).isBeforeOrEqualTo(before);
            before = time;
        }
        assertThat(ids).hasSize(600);
        assertThat(before).isAfter(Instant.now().minus(Duration.ofHours(1)));
    }

    @Test
    void aQueryAnswersForTheClusterThatIsAsked() {
        JsonNode answer = run("query", "count by (job) (up)", "--source", "prometheus-ap-south", "--json")
                .json();
        assertThat(answer.path("type").asString()).isEqualTo("vector");
        assertThat(answer.path("series").size()).isGreaterThan(5);
        OncallRun wrong = run("query", "sum by (", "--source", "prometheus-ap-south");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).containsOnlyOnce("\n");
    }

    @Test
    void aQueryWithoutASourceHasTheAnswersOfAllSideBySide() {
        JsonNode answer = run("query", "count(up)", "--json").json();
        assertThat(answer.path("source").asString())
                .isEqualTo("prometheus-eu-west, prometheus-us-east, prometheus-ap-south");
        Set<String> sources = new HashSet<>();
        for (JsonNode series : answer.path("series")) {
            sources.add(series.path("source").asString());
            assertThat(series.path("points").size()).isEqualTo(1);
        }
        assertThat(sources).hasSize(3);
        assertThat(run("query-range", "count(up)").out()).startsWith("SOURCE").contains("prometheus-us-east");
        assertThat(run("query", "sum by (").exit()).isEqualTo(2);
    }

    @Test
    void aSilenceInSeveralClustersTellsEachRungOnce() {
        OncallRun run =
                run("silence", "add", "--matcher", "alertname=\"Watchdog\"", "--for", "1m", "--comment", "drill");
        assertThat(run.exit()).isEqualTo(4);
        String count = run.err().replaceAll("(?s).*--confirm (\\d+).*", "$1");
        OncallRun confirmed = run(
                "silence",
                "add",
                "--matcher",
                "alertname=\"Watchdog\"",
                "--for",
                "1m",
                "--comment",
                "drill",
                "--confirm",
                count);
        assertThat(confirmed.exit()).as(confirmed.err()).isZero();
        assertThat(confirmed.err().lines().filter(line -> line.contains("queued: ")))
                .hasSize(3);
        for (String line : confirmed.out().lines().toList()) {
            written("silence", "expire", line.substring(line.lastIndexOf(' ') + 1, line.length() - 1));
        }
    }

    @Test
    void topologyHasEveryServiceWithItsEvidence() {
        OncallRun run = run("topology", "--json");
        assertThat(run.exit()).as(run.err()).isZero();
        Set<String> names = new HashSet<>();
        for (JsonNode node : run.json().path("nodes")) {
            names.add(node.path("name").asString());
            assertThat(node.path("rule").asString()).isNotEmpty();
        }
        assertThat(names).contains("api", "storage", "scheduler");
        assertThat(run.json().path("edges").size()).isPositive();
    }

    private JsonNode silence(String id) {
        for (JsonNode silence : run("silence", "list", "--json").json().path("silences")) {
            if (silence.path("id").asString().equals(id)) {
                return silence;
            }
        }
        throw new AssertionError("no silence " + id);
    }

    private JsonNode written(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.add("--json");
        OncallRun run = run(words.toArray(String[]::new));
        assertThat(run.exit()).as("%s: %s %s", words, run.out(), run.err()).isZero();
        assertThat(run.json().path("outcome").asString()).isEqualTo("EFFECTIVE");
        return run.json();
    }

    private OncallRun run(String... arguments) {
        return OncallRun.of(config, Map.of(), arguments);
    }
}
