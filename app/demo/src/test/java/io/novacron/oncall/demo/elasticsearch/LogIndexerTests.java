package io.novacron.oncall.demo.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.demo.http.Request;
import io.novacron.oncall.demo.log.LogBook;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.scenario.Scenarios;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogIndexerTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void theNewestMinutesAreThereAtOnceTheRestFollowsAndNothingIsFromTheFuture() {
        World world = new World(
                Platform.of(1),
                Timeline.QUIET.started(Scenarios.named("storage-latency").begun(NOW.minusSeconds(120))));
        try (LogIndex index = new LogIndex();
                LogIndexer indexer = new LogIndexer(new LogBook(() -> world), index, Clock.system())) {
            indexer.start(NOW);
            long first = index.size();
            assertThat(first).isGreaterThan(2_000);
            assertThat(newest(index)).isBetween(NOW.minusSeconds(2), NOW);

            Instant later = NOW.plusSeconds(20);
            indexer.tick(later);
            assertThat(newest(index)).isBetween(later.minusSeconds(2), later);

            await().atMost(Duration.ofSeconds(60)).until(() -> indexer.progress() > 0 && index.size() > first + 3_000);
            assertThat(indexer.progress()).isLessThan(1);
        }
    }

    @Test
    void afterALongPauseOnlyTheNewestHourIsCaughtUpWith() {
        World world = new World(Platform.of(1), Timeline.QUIET);
        try (LogIndex index = new LogIndex();
                LogIndexer indexer = new LogIndexer(new LogBook(() -> world), index, new ManualClock(NOW))) {
            indexer.start(NOW);
            Instant later = NOW.plusSeconds(8 * 3_600);
            indexer.tick(later);
            assertThat(newest(index)).isBetween(later.minusSeconds(2), later);
            assertThat(count(index, NOW.plusSeconds(600), later.minusSeconds(3_700)))
                    .isZero();
            assertThat(count(index, later.minusSeconds(3_600), later)).isGreaterThan(20_000);
        }
    }

    private static int count(LogIndex index, Instant from, Instant to) {
        return search(
                        index,
                        "{\"size\":0,\"track_total_hits\":true,\"query\":{\"range\":{\"@timestamp\":{\"gte\":\"" + from
                                + "\",\"lt\":\"" + to + "\"}}}}")
                .path("hits")
                .path("total")
                .path("value")
                .asInt();
    }

    private static Instant newest(LogIndex index) {
        String body = "{\"size\":1,\"sort\":[{\"@timestamp\":{\"order\":\"desc\",\"numeric_type\":\"date_nanos\"}}]}";
        long nanos = search(index, body)
                .path("hits")
                .path("hits")
                .path(0)
                .path("sort")
                .path(0)
                .longValue();
        return Instant.ofEpochSecond(0, nanos);
    }

    private static JsonNode search(LogIndex index, String body) {
        Request request = new Request("POST", "/_search", "/_search", Map.of(), "application/json", body);
        return JsonMapper.builder()
                .build()
                .readTree(new ElasticsearchBackend(index, Clock.system())
                        .answer(request)
                        .body());
    }
}
