package io.novacron.oncall.demo.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.time.Clock;
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

    private static Instant newest(LogIndex index) {
        String body = "{\"size\":1,\"sort\":[{\"@timestamp\":{\"order\":\"desc\",\"numeric_type\":\"date_nanos\"}}]}";
        Request request = new Request("POST", "/_search", "/_search", Map.of(), "application/json", body);
        JsonNode answer = JsonMapper.builder()
                .build()
                .readTree(new ElasticsearchBackend(index, Clock.system())
                        .answer(request)
                        .body());
        long nanos =
                answer.path("hits").path("hits").path(0).path("sort").path(0).longValue();
        return Instant.ofEpochSecond(0, nanos);
    }
}
