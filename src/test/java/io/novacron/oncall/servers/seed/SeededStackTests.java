package io.novacron.oncall.servers.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.servers.Http;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What was seeded is what the real servers give back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeededStackTests {
    private @Nullable SeededStack started;

    @BeforeAll
    void startTheStack() throws IOException {
        started = SeededStack.start(InstantSource.system());
    }

    @AfterAll
    void stopTheStack() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void bothMembersListTheSeededAlertsAndSomeAreSilencedOrInhibited() {
        stack().alertmanagers()
                .members()
                .forEach(member -> await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                    List<JsonNode> alerts = children(member.alerts()).stream()
                            .filter(alert -> alert.path("labels").has("node_id")
                                    && alert.path("labels")
                                            .path("namespace")
                                            .asString("")
                                            .equals("novacron"))
                            .toList();
                    assertThat(alerts).hasSize(SeededAlerts.COUNT);
                    assertThat(alerts)
                            .filteredOn(alert -> !by(alert, "silencedBy").isEmpty())
                            .hasSizeBetween(4, 10);
                    assertThat(alerts)
                            .filteredOn(alert -> !by(alert, "inhibitedBy").isEmpty())
                            .hasSizeBetween(3, 12);
                }));
    }

    @Test
    void prometheusSeesEveryServiceUpAndItsAlertsReachThePair() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode up = stack().prometheus().query("up == 1");
            assertThat(children(up))
                    .extracting(series -> series.path("metric").path("job").asString())
                    .containsExactlyInAnyOrderElementsOf(Estate.SERVICES);
        });
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                children(stack().alertmanagers().second().alerts()))
                        .extracting(
                                alert -> alert.path("labels").path("alertname").asString())
                        .contains("Watchdog", "HealthCheckFails"));
    }

    @Test
    void aServiceWhosePageFailsIsDown() {
        stack().metrics().setDown("auth", true);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> stack().prometheus().query("up{job=\"auth\"} == 0").size() == 1);
        stack().metrics().setDown("auth", false);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> stack().prometheus().query("up{job=\"auth\"} == 1").size() == 1);
    }

    @Test
    void jaegerListsTheServicesAndFindsASeededTraceWhole() {
        List<SeededSpan> spans = new Seeder(Instant.now()).spans();
        SeededSpan any = spans.getLast();
        long expected = spans.stream()
                .filter(span -> span.traceId().equals(any.traceId()))
                .count();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode services =
                    Http.get(stack().jaeger().url("/api/services")).json().path("data");
            assertThat(children(services)).extracting(JsonNode::asString).containsAll(Estate.SERVICES);
            JsonNode trace = Http.get(stack().jaeger().url("/api/traces/" + any.traceId()))
                    .ok()
                    .json();
            assertThat(trace.path("data").path(0).path("spans").size()).isEqualTo((int) expected);
        });
    }

    @Test
    void searchHoldsTwentyThousandLinesThatShareTraceIds() throws IOException {
        SeededSpan failed = new Seeder(Instant.now())
                .spans().stream().filter(SeededSpan::failed).findFirst().orElseThrow();
        JsonNode all =
                Http.get(stack().search().url("/logs-novacron-*/_count")).ok().json();
        assertThat(all.path("count").asInt()).isEqualTo(SeededLogs.COUNT);
        String query = "/logs-novacron-*/_search?q=trace.id:" + failed.traceId() + "%20AND%20log.level:ERROR";
        JsonNode hits = Http.get(stack().search().url(query)).ok().json().path("hits");
        assertThat(hits.path("total").path("value").asInt()).isPositive();
    }

    @Test
    void theConfigurationNamesEveryMember() {
        String toml = stack().toml();
        stack().alertmanagers()
                .members()
                .forEach(member -> assertThat(toml).contains(member.url().toString()));
        assertThat(toml).contains("kind = \"jaeger\"", "kind = \"elasticsearch\"", "logs-novacron-*");
    }

    @Test
    void theSameMomentGivesTheSameSeed() {
        Instant moment = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(SeededTraces.spans(moment)).isEqualTo(SeededTraces.spans(moment));
        assertThat(SeededAlerts.alerts(moment)).isEqualTo(SeededAlerts.alerts(moment));
        List<SeededSpan> spans = SeededTraces.spans(moment);
        List<LogLine> lines = SeededLogs.lines(moment, spans);
        assertThat(lines).hasSize(SeededLogs.COUNT).isEqualTo(SeededLogs.lines(moment, spans));
        assertThat(lines).extracting(LogLine::time).contains(moment).allMatch(time -> !time.isAfter(moment));
        Set<String> traces = new HashSet<>();
        Set<String> failed = new HashSet<>();
        for (SeededSpan span : spans) {
            traces.add(span.traceId());
            if (span.failed()) {
                failed.add(span.traceId());
            }
        }
        assertThat(traces).hasSize(SeededTraces.COUNT);
        assertThat(failed).hasSize(18);
    }

    private SeededStack stack() {
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    private static List<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    private static JsonNode by(JsonNode alert, String what) {
        return alert.path("status").path(what);
    }
}
