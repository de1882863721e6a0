package io.novacron.oncall.connectors.elasticsearch;

import static io.novacron.oncall.connectors.elasticsearch.FakeSearch.answer;
import static io.novacron.oncall.connectors.elasticsearch.FakeSearch.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.log.LogAnswer;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollTests {

    static Stream<Arguments> roots() {
        return Stream.of(
                Arguments.of(Payloads.ROOT_ES_8, "elasticsearch", "8.19.2"),
                Arguments.of(Payloads.ROOT_ES_9, "elasticsearch", "9.4.0"),
                Arguments.of(Payloads.ROOT_OS_2, "opensearch", "2.19.1"),
                Arguments.of(Payloads.ROOT_OS_DISGUISED, "opensearch", "7.10.2"));
    }

    @ParameterizedTest
    @MethodSource("roots")
    void flavourAndVersionAreToldApart(String root, String flavour, String version) {
        try (FakeSearch fake = new FakeSearch().on("/", 200, root).on("/_resolve/index/*", 200, Payloads.RESOLVED)) {
            Fetched.Answer<LogAnswer> polled = answer(fake.connector().poll());
            assertThat(polled.contact().flavour()).isEqualTo(flavour);
            assertThat(polled.contact().version()).isEqualTo(version);
            assertThat(polled.value().indices()).containsExactly("app", "app-1", "logs-api-prod");
        }
    }

    @Test
    void aNameThatIsNotThereLeavesTheOthers() {
        String missing = """
                {"error":{"type":"index_not_found_exception","reason":"no such index [gone]"},"status":404}""";
        try (FakeSearch fake = new FakeSearch()
                .on("/", 200, Payloads.ROOT_ES_9)
                .on("/_resolve/index/gone", 404, missing)
                .on("/_resolve/index/app*", 200, Payloads.RESOLVED)) {
            assertThat(answer(fake.connector("gone", "app*").poll()).value().indices())
                    .contains("app-1");
            assertThat(answer(fake.connector("gone").poll()).value().indices()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "null", "", "{\"version\":null}", "{\"status\":\"success\"}", "{\"version\":{}}"})
    void otherJsonIsNotTheApi(String root) {
        try (FakeSearch fake = new FakeSearch().on("/", 200, root).on("/_resolve/index/*", 200, Payloads.RESOLVED)) {
            assertThat(error(fake.connector().poll())).isInstanceOf(SourceError.NotTheApi.class);
        }
    }

    @Test
    void aWebPageIsNotTheApi() {
        try (FakeSearch fake = new FakeSearch().on("/", 200, "text/html", "<html>Kibana</html>")) {
            assertThat(error(fake.connector().poll()).sentence())
                    .contains("not JSON (text/html)", "Elasticsearch 7.17");
        }
    }

    @Test
    void anAnswerOfNoIndicesMustLookLikeOne() {
        try (FakeSearch fake = new FakeSearch().on("/", 200, Payloads.ROOT_ES_8).on("/_resolve/index/*", 200, "{}")) {
            assertThat(error(fake.connector().poll())).isInstanceOf(SourceError.NotTheApi.class);
        }
    }

    @Test
    void aRouterThatDoesNotKnowThePathIsNotAMissingIndex() {
        try (FakeSearch fake = new FakeSearch()
                .on("/", 200, Payloads.ROOT_ES_8)
                .on("/_resolve/index/*", 404, "text/plain", "404 page not found")) {
            assertThat(error(fake.connector().poll()).sentence()).contains("404 page not found");
        }
    }
}
