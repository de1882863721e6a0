package io.novacron.oncall.connectors.elasticsearch;

import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.core.log.LogCursor;
import io.novacron.oncall.core.log.LogQuery;
import io.novacron.oncall.core.secret.SecretMissingException;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A search server on loopback with one prepared answer per path, or several in turn; what was sent is kept. */
final class FakeSearch extends Dispatcher implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    static final Instant END = Instant.parse("2026-11-20T11:00:00Z");

    private final MockWebServer server = new MockWebServer();
    private final Map<String, List<MockResponse>> answers = new HashMap<>();
    private final List<String> bodies = new ArrayList<>();
    private final SourceClient client;

    FakeSearch() {
        server.setDispatcher(this);
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        SourceSettings settings = new SourceSettings(
                "logs",
                SourceKind.ELASTICSEARCH,
                "",
                "logs",
                List.of(server.url("/").uri()),
                SourceSettings.EVERY,
                Map.of(),
                new Credential.None(),
                null,
                List.of(),
                false);
        client = SourceClient.open(
                settings,
                ref -> {
                    throw new SecretMissingException(ref.toString());
                },
                Clock.system());
    }

    /** The same path again: the next answer in turn; the last one stays. */
    FakeSearch on(String path, int status, String json) {
        return on(path, status, "application/json", json);
    }

    FakeSearch on(String path, int status, String type, String body) {
        answers.computeIfAbsent(path, p -> new ArrayList<>())
                .add(new MockResponse.Builder()
                        .code(status)
                        .setHeader("Content-Type", type)
                        .body(body)
                        .build());
        return this;
    }

    ElasticsearchConnector connector(String... indices) {
        return new ElasticsearchConnector(client, List.of(indices));
    }

    /** Bodies of all requests, in order; empty for a GET. */
    synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        ByteString body = request.getBody();
        bodies.add(body == null ? "" : body.string(StandardCharsets.UTF_8));
        String path = Objects.requireNonNull(request.getUrl()).encodedPath();
        List<MockResponse> prepared = answers.get(path);
        if (prepared == null) {
            return new MockResponse.Builder()
                    .code(404)
                    .body("nothing prepared for " + path)
                    .build();
        }
        return prepared.size() > 1 ? prepared.removeFirst() : prepared.getFirst();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    static LogQuery query(String text, int limit, @Nullable LogCursor after) {
        return new LogQuery(text, START, END, limit, after);
    }

    static <T> Fetched.Answer<T> answer(Fetched<T> fetched) {
        return switch (fetched) {
            case Fetched.Answer<T> answer -> answer;
            case Fetched.Failure<T>(SourceError error) -> throw new AssertionError(error.sentence());
        };
    }

    static SourceError error(Fetched<?> fetched) {
        return switch (fetched) {
            case Fetched.Answer<?> answer -> throw new AssertionError("answered " + answer);
            case Fetched.Failure<?>(SourceError error) -> error;
        };
    }
}
