package io.novacron.oncall.connectors.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.core.secret.Secret;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** A Prometheus on loopback that answers each path with what the test says. */
final class Prom implements AutoCloseable {

    static final String BUILD = "{\"status\":\"success\",\"data\":{\"version\":\"2.42.0\",\"goVersion\":\"go1.19.8\"}}";
    static final String RULES = """
            {"status":"success","data":{"groups":[{"name":"web","file":"/etc/web.yml","interval":15,"rules":[
            {"state":"firing","name":"Slow","query":"latency > 1","duration":300.5,"labels":{"severity":"page"},
            "annotations":{"summary":"slow"},"alerts":[{"labels":{}}],"health":"ok","type":"alerting"},
            {"name":"job:up:sum","query":"sum(up)","health":"err","lastError":"many-to-many","type":"recording"}]}]}}""";
    static final String ALERTS = """
            {"status":"success","data":{"alerts":[{"labels":{"alertname":"Slow","severity":"page"},
            "annotations":{"summary":"slow"},"state":"firing","activeAt":"2026-11-22T15:46:10.07898713Z","value":"1e+00"}]}}""";
    static final String TARGETS = """
            {"status":"success","data":{"activeTargets":[
            {"discoveredLabels":{"__address__":"a:1"},"labels":{"instance":"a:1","job":"web"},"scrapeUrl":"http://a:1/metrics",
            "lastError":"connection refused","lastScrape":"2026-11-22T15:46:16.745835513Z","health":"down"},
            {"labels":{"job":"new"},"scrapeUrl":"http://b:1/metrics","lastError":"","lastScrape":"0001-01-01T00:00:00Z",
            "health":"unknown"}],"droppedTargets":[]}}""";

    final MockWebServer server = new MockWebServer();
    final Map<String, MockResponse> answers = new ConcurrentHashMap<>();

    static Prom start() throws IOException {
        Prom prom = new Prom();
        prom.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                MockResponse byMethod = prom.answers.get(
                        request.getMethod() + " " + request.getUrl().encodedPath());
                MockResponse any = prom.answers.get(request.getUrl().encodedPath());
                return byMethod != null
                        ? byMethod
                        : any != null
                                ? any
                                : new MockResponse.Builder().code(404).build();
            }
        });
        prom.server.start(InetAddress.getLoopbackAddress(), 0);
        prom.answer("/api/v1/status/buildinfo", BUILD);
        prom.answer("/api/v1/rules", RULES);
        prom.answer("/api/v1/alerts", ALERTS);
        prom.answer("/api/v1/targets", TARGETS);
        return prom;
    }

    void answer(String path, String json) {
        answer(path, 200, json);
    }

    void answer(String path, int status, String json) {
        answers.put(
                path,
                new MockResponse.Builder()
                        .code(status)
                        .addHeader("Content-Type", "application/json")
                        .body(json)
                        .build());
    }

    void result(String data) {
        answer("/api/v1/query", "{\"status\":\"success\",\"data\":" + data + "}");
    }

    void range(String data) {
        answer("/api/v1/query_range", "{\"status\":\"success\",\"data\":" + data + "}");
    }

    static HttpUrl form(RecordedRequest request) {
        String body = Objects.requireNonNull(request.getBody()).utf8();
        return HttpUrl.get("http://x/?" + body);
    }

    String member() {
        return "127.0.0.1:" + server.getPort();
    }

    static SourceClient client(Prom... replicas) {
        List<URI> urls = Arrays.stream(replicas)
                .map(replica -> URI.create("http://" + replica.member()))
                .toList();
        SourceSettings settings = new SourceSettings(
                "prom",
                SourceKind.PROMETHEUS,
                "",
                "prom",
                urls,
                SourceSettings.EVERY,
                Map.of(),
                new Credential.None(),
                null,
                List.of(),
                false);
        return SourceClient.open(settings, ref -> new Secret(""), Clock.system());
    }

    static <T> Fetched.Answer<T> answer(Fetched<T> fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Answer.class);
        return (Fetched.Answer<T>) fetched;
    }

    static <E extends SourceError> E error(Fetched<?> fetched, Class<E> kind) {
        assertThat(fetched).isInstanceOf(Fetched.Failure.class);
        SourceError error = ((Fetched.Failure<?>) fetched).error();
        assertThat(error).as(error.sentence()).isInstanceOf(kind);
        return kind.cast(error);
    }

    @Override
    public void close() {
        server.close();
    }
}
