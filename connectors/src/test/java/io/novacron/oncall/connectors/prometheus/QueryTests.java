package io.novacron.oncall.connectors.prometheus;

import static io.novacron.oncall.connectors.prometheus.Prom.answer;
import static io.novacron.oncall.connectors.prometheus.Prom.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Series;
import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instant queries: every result type, every kind of refusal, long expressions. */
@Timeout(60)
class QueryTests {

    private Prom prom;
    private SourceClient client;

    @BeforeEach
    void start() throws IOException {
        prom = Prom.start();
        client = Prom.client(prom);
    }

    @AfterEach
    void stop() {
        client.close();
        prom.close();
    }

    @Test
    void aVectorKeepsItsNumbersAsText() {
        prom.result("""
                {"result":[{"metric":{"__name__":"x","a":"1"},"value":[1795362378.466,"NaN"]},
                {"metric":{"a":"2"},"value":[1795362378,"+Inf"]},{"metric":{},"value":[1795362378,"-Inf"]},
                {"metric":{"a":"3"},"value":[1795362378,"0.1"]}],"resultType":"vector"}""");
        QueryResult result = answer(query("x")).value();
        assertThat(result.type()).isEqualTo(QueryResult.Type.VECTOR);
        assertThat(result.series())
                .extracting(series -> series.points().getFirst().text())
                .containsExactly("NaN", "+Inf", "-Inf", "0.1");
        assertThat(result.series().getFirst().labels()).isEqualTo(Labels.of(Map.of("__name__", "x", "a", "1")));
        assertThat(result.series().getFirst().points().getFirst().time()).isEqualTo(1795362378.466);
        assertThat(result.series().getFirst().points().getFirst().value()).isNaN();
    }

    @Test
    void aMatrixKeepsEveryPoint() {
        prom.result("{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[[1,\"2\"],[3,\"4\"]]}]}");
        assertThat(answer(query("x[5m]")).value().series())
                .containsExactly(new Series(Labels.NONE, List.of(new Point(1, "2"), new Point(3, "4"))));
    }

    @ParameterizedTest
    @CsvSource({"scalar,1.5", "scalar,NaN", "string,a text"})
    void aBareSampleIsOneSeriesWithoutLabels(String type, String text) {
        prom.result("{\"resultType\":\"" + type + "\",\"result\":[7,\"" + text + "\"]}");
        QueryResult result = answer(query("1")).value();
        assertThat(result.type().word()).isEqualTo(type);
        assertThat(result.series()).containsExactly(new Series(Labels.NONE, List.of(new Point(7, text))));
    }

    @Test
    void anEmptyVectorIsAnAnswer() {
        prom.result("{\"resultType\":\"vector\",\"result\":[]}");
        assertThat(answer(query("absent")).value().series()).isEmpty();
    }

    @Test
    void nativeHistogramsAreCountedInAWarning() {
        prom.result("""
                {"resultType":"vector","result":[
                {"metric":{"a":"1"},"histogram":[1,{"count":"5","sum":"9","buckets":[[0,"1","2","3"]]}]},
                {"metric":{"a":"2"},"value":[1,"7"],"unknown":{"deep":[1]}}]}""");
        Fetched.Answer<QueryResult> answer = answer(query("x"));
        assertThat(answer.value().series()).hasSize(1);
        assertThat(answer.value().warnings()).containsExactly("1 series has native histograms, which are not shown");
        assertThat(answer.contact().conditions()).extracting(Condition::state).containsExactly(SourceState.PARTIAL);
    }

    @Test
    void warningsMakeTheAnswerPartialAndInfosDoNot() {
        prom.answer(
                "/api/v1/query",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]},"
                        + "\"warnings\":[\"store b is away\"],\"infos\":[\"metric might not be a counter\"]}");
        Fetched.Answer<QueryResult> answer = answer(query("x"));
        assertThat(answer.value().warnings()).containsExactly("store b is away");
        assertThat(answer.value().infos()).containsExactly("metric might not be a counter");
        assertThat(answer.contact().conditions())
                .containsExactly(new Condition(SourceState.PARTIAL, "store b is away"));
    }

    @ParameterizedTest
    @CsvSource({"400,bad_data", "422,execution", "503,timeout", "503,canceled", "200,internal"})
    void aRefusalCarriesTypeAndText(int status, String type) {
        prom.answer("/api/v1/query", status, "{\"status\":\"error\",\"errorType\":\"" + type + "\",\"error\":\"why\"}");
        SourceError.Rejected error = error(query("u("), SourceError.Rejected.class);
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.text()).isEqualTo(type + ": why");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"resultType\":\"vector\"}",
                "{\"resultType\":\"vector\",\"result\":{}}",
                "{\"resultType\":\"vector\",\"result\":null}",
                "{\"resultType\":\"vector\",\"result\":[1,\"2\"]}",
                "{\"resultType\":\"vector\",\"result\":[{\"value\":[1]}]}",
                "{\"resultType\":\"vector\",\"result\":[{\"value\":[\"1\",\"2\"]}]}",
                "{\"resultType\":\"vector\",\"result\":[{\"value\":[1,{}]}]}",
                "{\"resultType\":\"vector\",\"result\":[{\"value\":[1,\"1\",\"1\"]}]}",
                "{\"resultType\":\"vector\",\"result\":[{\"value\":[1,\"many\"]}]}",
                "{\"resultType\":\"vector\",\"result\":[\"1\"]}",
                "{\"resultType\":\"scalar\",\"result\":[]}",
                "{\"resultType\":\"table\",\"result\":[]}",
                "{\"result\":[]}",
            })
    void aResultOfAnotherShapeIsNotTheApi(String data) {
        prom.result(data);
        error(query("x"), SourceError.NotTheApi.class);
    }

    @Test
    void anExpressionArrivesAsItWasWritten() throws InterruptedException {
        prom.result("{\"resultType\":\"vector\",\"result\":[]}");
        String expression = "a{b=~\"x+|&#%20 ä\"} + 1";
        new PrometheusConnector(client).query(expression, Instant.ofEpochMilli(1795362378466L));
        RecordedRequest request = prom.server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getUrl().queryParameter("query")).isEqualTo(expression);
        assertThat(request.getTarget()).contains("%2B").doesNotContain("+");
        assertThat(request.getUrl().queryParameter("time")).isEqualTo("1795362378.466");
    }

    @Test
    void aLongExpressionTravelsAsAForm() throws InterruptedException {
        prom.result("{\"resultType\":\"vector\",\"result\":[]}");
        String expression = "x + ".repeat(700) + "1 % 2";
        answer(query(expression));
        RecordedRequest request = prom.server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/api/v1/query");
        assertThat(Prom.form(request).queryParameter("query")).isEqualTo(expression);
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 414, 431})
    void aRefusedUrlIsFollowedByAForm(int status) {
        prom.answer("GET /api/v1/query", status, "no");
        prom.result("{\"resultType\":\"vector\",\"result\":[]}");
        answer(query("x"));
        assertThat(prom.server.getRequestCount()).isEqualTo(2);
    }

    private Fetched<QueryResult> query(String expression) {
        return new PrometheusConnector(client).query(expression, null);
    }
}
