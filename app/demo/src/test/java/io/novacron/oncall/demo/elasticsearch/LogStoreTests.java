package io.novacron.oncall.demo.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import io.novacron.oncall.demo.log.LogLine;
import io.novacron.oncall.demo.log.LogStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogStoreTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final LogIndex index = new LogIndex();
    private final ElasticsearchBackend backend = new ElasticsearchBackend(index, Clock.system());

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"query\":{\"match\":{\"message\":\"x\"}}} | parsing_exception | unknown query [match]",
                "{\"query\":{\"bool\":{\"should\":[]}}} | parsing_exception | [bool] query does not support [should]",
                "{\"query\":{\"range\":{\"n\":{\"gtee\":1}}}} | parsing_exception | [range] query does not support [gtee]",
                "{\"query\":{\"query_string\":{\"query\":\"a\",\"fuzzy_max_expansions\":1}}} | parsing_exception | fuzzy_max_expansions",
                "{\"from\":3} | parsing_exception | [from]",
                "{\"aggs\":{\"a\":{\"significant_text\":{}}}} | parsing_exception | significant_text",
                "{\"size\":-1} | illegal_argument_exception | cannot be negative",
                "{\"size\":10001} | illegal_argument_exception | Result window is too large",
                "{\"timeout\":\"soon\"} | illegal_argument_exception | [timeout]",
                "{\"search_after\":[1]} | illegal_argument_exception | search_after has 1 value(s) but sort has 0",
                "{bad | json_parse_exception | Unexpected character"
            })
    void whatIsNotAnsweredIsRefusedByItsName(String body, String type, String reason) {
        JsonNode answer = search(body, 400);
        assertThat(answer.path("status").intValue()).isEqualTo(400);
        assertThat(answer.path("error").path("type").asString()).isEqualTo(type);
        assertThat(answer.path("error").path("reason").asString()).contains(reason);
    }

    @Test
    void aPathNobodyKnowsHasNoHandler() {
        Reply reply = ask("GET", "/nope/nope", "");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("no handler found for uri [/nope/nope]");
    }

    @Test
    void aMissingIndexIsNotFoundUnlessThatIsAllowed() {
        Reply missing = ask("POST", "/gone/_search", "");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(new String(missing.body(), StandardCharsets.UTF_8)).contains("no such index [gone]");
        assertThat(ask("POST", "/gone-*/_search", "").status()).isEqualTo(200);
    }

    @Test
    void aStreamIsListedByItsNameAndItsHitsNameTheIndexBehindIt() {
        index.add(List.of(line("one", NOW), line("two", NOW.minus(Duration.ofDays(15)))));
        index.refresh();
        JsonNode resolved = json(ask("GET", "/_resolve/index/logs-*", ""));
        assertThat(resolved.path("indices")).isEmpty();
        assertThat(resolved.path("data_streams").path(0).path("name").asString())
                .isEqualTo("logs-haproxy.access-30d");
        JsonNode hits = search("{\"size\":10}", 200).path("hits").path("hits");
        assertThat(hits).hasSize(2);
        assertThat(hits.path(0).path("_index").asString())
                .startsWith(".ds-logs-haproxy.access-30d-")
                .isNotEqualTo(hits.path(1).path("_index").asString());
    }

    @Test
    void nothingIsFoundBeforeARefresh() {
        index.add(List.of(line("one", NOW)));
        assertThat(total()).isZero();
        index.refresh();
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void linesOlderThanTheirStreamIsKeptGoWithTheirIndex() {
        index.add(List.of(line("old", NOW.minus(Duration.ofDays(60))), line("new", NOW)));
        index.expire(NOW);
        index.refresh();
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void anIdIsWrittenOnceByCreateAndReplacedByIndex() {
        String lines = """
                {"create":{"_index":"a","_id":"x"}}
                {"n":1}
                {"create":{"_index":"a","_id":"x"}}
                {"n":2}
                {"index":{"_index":"a","_id":"x"}}
                {"n":3}
                """;
        JsonNode answer = json(ask("POST", "/_bulk?refresh=true", lines));
        assertThat(answer.path("errors").asBoolean()).isTrue();
        assertThat(answer.path("items").path(1).path("create").path("status").intValue())
                .isEqualTo(409);
        index.refresh();
        assertThat(search("{\"size\":1}", 200)
                        .path("hits")
                        .path("hits")
                        .path(0)
                        .path("_source")
                        .path("n")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void aSearchWithoutTimeSaysThatItWasCutOff() {
        index.add(List.of(line("one", NOW)));
        index.refresh();
        assertThat(search(
                                "{\"timeout\":\"0ms\",\"query\":{\"bool\":{\"filter\":[{\"query_string\":{\"query\":\"a*\"}}]}}}",
                                200)
                        .path("timed_out")
                        .asBoolean())
                .isTrue();
    }

    private long total() {
        return search("{\"size\":0}", 200)
                .path("hits")
                .path("total")
                .path("value")
                .longValue();
    }

    private JsonNode search(String body, int status) {
        Reply reply = ask("POST", "/_search", body);
        assertThat(reply.status()).isEqualTo(status);
        return json(reply);
    }

    private static JsonNode json(Reply reply) {
        return JSON.readTree(reply.body());
    }

    private Reply ask(String method, String path, String body) {
        String plain = path.replace("?refresh=true", "");
        return backend.answer(new Request(method, plain, plain, Map.of(), "application/json", body));
    }

    private static LogLine line(String id, Instant time) {
        return new LogLine(LogStream.ACCESS, id, time, Map.of("message", "GET / 200", "log.level", "INFO"));
    }
}
