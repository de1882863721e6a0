package io.novacron.oncall.connectors.jaeger;

import static io.novacron.oncall.connectors.jaeger.FakeJaeger.answer;
import static io.novacron.oncall.connectors.jaeger.FakeJaeger.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceAnswer;
import io.novacron.oncall.core.trace.TraceQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which API answers, judged by content and shape, and what its errors mean. */
class DialectTests {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00.000001Z");
    private static final TraceQuery QUERY = new TraceQuery(
            "api",
            "GET /a b",
            Map.of("k", "v\"1"),
            Duration.ofMillis(1500),
            Duration.ofNanos(2_000_000_001),
            START,
            START.plusSeconds(60),
            20);

    @Test
    void servicesAreSortedAndNoServicesAreNone() {
        try (FakeJaeger fake = new FakeJaeger().on("/api/services", "{\"data\":[\"b\",\"a\",null],\"errors\":null}")) {
            Fetched.Answer<TraceAnswer> polled = answer(fake.connector().poll());
            assertThat(polled.value().services()).containsExactly("a", "b");
            assertThat(polled.contact().flavour()).isEqualTo("legacy");
        }
        try (FakeJaeger fake = new FakeJaeger().on("/api/services", "{\"data\":null,\"total\":0,\"errors\":null}")) {
            assertThat(answer(fake.connector().poll()).value().services()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"services\":[\"api\"]}"})
    void aJaegerThatSpeaksOnlyV3IsNamedAsSuch(String services) {
        try (FakeJaeger fake = new FakeJaeger().on("/api/v3/services", services)) {
            SourceError error = error(fake.connector().poll());
            assertThat(error).isInstanceOf(SourceError.NotTheApi.class);
            assertThat(error.sentence())
                    .contains("/select/jaeger/api/services", "only the API v3", "2.21", "legacy JSON API");
        }
    }

    @Test
    void aPageInsteadOfEitherApiIsNamedAsAPage() {
        try (FakeJaeger fake = new FakeJaeger()) {
            assertThat(error(fake.connector().poll()).sentence())
                    .contains("not JSON (text/html")
                    .doesNotContain("v3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "", "{\"error\":{\"message\":\"x\"}}", "{\"data\":\"api\"}"})
    void otherJsonIsNotTheApi(String body) {
        try (FakeJaeger fake = new FakeJaeger().on("/api/services", body).on("/api/traces", body)) {
            assertThat(error(fake.connector().poll())).isInstanceOf(SourceError.NotTheApi.class);
            assertThat(error(fake.connector().search(QUERY))).isInstanceOf(SourceError.NotTheApi.class);
        }
    }

    @Test
    void aSearchCountsInMicrosecondsAndWritesDurationsAsGoDoes() {
        try (FakeJaeger fake = new FakeJaeger().on("/api/traces", "{\"data\":[]}")) {
            assertThat(answer(fake.connector().search(QUERY)).value()).isEmpty();
            HttpUrl url = fake.asked();
            assertThat(url.queryParameter("start")).isEqualTo("1795168800000001");
            assertThat(url.queryParameter("end")).isEqualTo("1795168860000001");
            assertThat(url.queryParameter("minDuration")).isEqualTo("1500000us");
            assertThat(url.queryParameter("maxDuration")).isEqualTo("2000000001ns");
            assertThat(url.queryParameter("tags")).isEqualTo("{\"k\":\"v\\\"1\"}");
            assertThat(url.queryParameter("operation")).isEqualTo("GET /a b");
            assertThat(url.queryParameter("limit")).isEqualTo("20");
        }
    }

    @Test
    void errorsBesideDataMakeTheAnswerPartial() {
        String body = """
                {"data":[{"traceID":"1","spans":[{"traceID":"1","spanID":"2"}],"processes":null}],
                "errors":[{"code":500,"msg":"shard lost","traceID":"9"}]}""";
        try (FakeJaeger fake =
                new FakeJaeger().on("/api/traces", body).on("/api/traces/00000000000000000000000000000001", body)) {
            Fetched.Answer<List<Trace>> found = answer(fake.connector().search(QUERY));
            assertThat(found.value()).hasSize(1);
            assertThat(found.contact().conditions())
                    .containsExactly(new Condition(SourceState.PARTIAL, "shard lost (trace 9)"));
            assertThat(answer(fake.connector().trace("1")).value().warnings()).containsExactly("shard lost (trace 9)");
        }
    }

    @Test
    void errorsInsteadOfDataAreTheServersRefusal() {
        String body = "{\"data\":null,\"errors\":[{\"code\":501,\"msg\":\"storage is off\"}]}";
        try (FakeJaeger fake = new FakeJaeger().on("/api/dependencies", body)) {
            SourceError error = error(fake.connector().dependencies(START, Duration.ofHours(1)));
            assertThat(error.sentence()).contains("(501)", "storage is off");
        }
    }

    @Test
    void anErrorSentAsPlainTextIsReadAsTheJsonItIs() {
        String body =
                "{\"data\":null,\"total\":0,\"errors\":[{\"code\":400,\"msg\":\"unable to parse param 'minDuration'\"}]}";
        try (FakeJaeger fake = new FakeJaeger().on("/api/traces", 400, "text/plain; charset=utf-8", body)) {
            assertThat(error(fake.connector().search(QUERY)).sentence())
                    .endsWith("refused (400): unable to parse param 'minDuration'");
        }
    }

    @Test
    void aSearchWithoutHitsMayComeAs404ButAStrangers404IsNotOne() {
        String none = "{\"error\":{\"httpCode\":404,\"message\":\"No traces found\"}}";
        try (FakeJaeger fake = new FakeJaeger().on("/api/traces", 404, "text/plain", none)) {
            assertThat(answer(fake.connector().search(QUERY)).value()).isEmpty();
        }
        try (FakeJaeger fake = new FakeJaeger().on("/api/traces", 404, "text/plain", "404 page not found")) {
            assertThat(error(fake.connector().search(QUERY))).isInstanceOf(SourceError.NotTheApi.class);
        }
    }

    @Test
    void aTraceThatIsNotThereIs404AndAStrangers404IsNotThat() {
        String path = "/api/traces/0000000000000000000000000000ab12";
        String none = "{\"data\":null,\"errors\":[{\"code\":404,\"msg\":\"trace not found\"}]}";
        for (FakeJaeger fake : List.of(
                new FakeJaeger().on(path, 404, "text/plain", none), new FakeJaeger().on(path, "{\"data\":[]}"))) {
            try (fake) {
                assertThat(error(fake.connector().trace("AB12")))
                        .isInstanceOfSatisfying(
                                SourceError.Rejected.class,
                                refused -> assertThat(refused.status()).isEqualTo(404));
            }
        }
        try (FakeJaeger fake = new FakeJaeger().on(path, 404, "text/html", "<html>no such page</html>")) {
            assertThat(error(fake.connector().trace("ab12"))).isInstanceOf(SourceError.NotTheApi.class);
        }
    }

    @Test
    void operationsComeAsNamesOrAsObjects() {
        try (FakeJaeger fake = new FakeJaeger()
                .on("/api/services/api-1/operations", "{\"data\":[\"b\",\"a\",\"a\"]}")
                .on("/api/operations", "{\"data\":[{\"name\":\"GET\",\"spanKind\":\"server\"},{\"name\":\"GET\"}]}")) {
            assertThat(answer(fake.connector().operations("api-1")).value()).containsExactly("a", "b");
            assertThat(answer(fake.connector().operations("a/b+ c")).value()).containsExactly("GET");
            assertThat(fake.asked().queryParameter("service")).isEqualTo("a/b+ c");
        }
    }

    @Test
    void dependenciesCountInMilliseconds() {
        String calls = "{\"data\":[{\"parent\":\"a\",\"child\":\"b\",\"callCount\":9007199254740993},null]}";
        try (FakeJaeger fake = new FakeJaeger().on("/api/dependencies", calls)) {
            assertThat(answer(fake.connector().dependencies(START, Duration.ofHours(1)))
                            .value())
                    .containsExactly(new Dependency("a", "b", 9007199254740993L));
            assertThat(fake.asked().query()).isEqualTo("endTs=1795168800000&lookback=3600000");
        }
    }
}
