package io.novacron.oncall.connectors.prometheus;

import static io.novacron.oncall.connectors.prometheus.Prom.answer;
import static io.novacron.oncall.connectors.prometheus.Prom.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Series;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queries over a range. */
@Timeout(60)
class RangeTests {

    private static final String NOTHING = "{\"resultType\":\"matrix\",\"result\":[]}";

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
    void aRangeTravelsAsAFormWithItsTimesInSeconds() throws InterruptedException {
        prom.range(NOTHING);
        String expression = "a{b=~\"x+|&#%20 ä\"} + 1";
        assertThat(answer(range(expression)).value().series()).isEmpty();
        RecordedRequest request = prom.server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/api/v1/query_range");
        HttpUrl form = Prom.form(request);
        assertThat(form.queryParameter("query")).isEqualTo(expression);
        assertThat(form.queryParameter("start")).isEqualTo("1795362378.466");
        assertThat(form.queryParameter("end")).isEqualTo("1795365978.466");
        assertThat(form.queryParameter("step")).isEqualTo("0.500");
    }

    @Test
    void everyPointOfEverySeriesComesThrough() {
        prom.range(
                "{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"a\":\"1\"},\"values\":[[1,\"2\"],[3,\"NaN\"]]}]}");
        assertThat(answer(range("x")).value().series())
                .containsExactly(
                        new Series(Labels.of(Map.of("a", "1")), List.of(new Point(1, "2"), new Point(3, "NaN"))));
    }

    @Test
    void aProxyThatRefusesThePostGetsTheUrl() {
        prom.answer("POST /api/v1/query_range", 405, "no");
        prom.range(NOTHING);
        answer(range("x"));
        assertThat(prom.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void tooManyStepsAreRefusedInTheServersWords() {
        prom.answer(
                "/api/v1/query_range",
                400,
                "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"exceeded maximum resolution of 11,000 points\"}");
        assertThat(error(range("x"), SourceError.Rejected.class).text()).contains("exceeded maximum resolution");
    }

    private Fetched<QueryResult> range(String expression) {
        Instant start = Instant.ofEpochMilli(1795362378466L);
        return new PrometheusConnector(client)
                .range(expression, start, start.plus(Duration.ofHours(1)), Duration.ofMillis(500));
    }
}
