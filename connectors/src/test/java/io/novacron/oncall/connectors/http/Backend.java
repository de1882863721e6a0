package io.novacron.oncall.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.secret.Secret;
import io.novacron.oncall.core.secret.SecretReader;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.ConnectionPool;
import org.jspecify.annotations.Nullable;

/** A backend on loopback that does what the test tells it, and clients for it with short patience. */
final class Backend implements AutoCloseable {

    static final Budgets QUICK =
            new Budgets(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofSeconds(10));
    static final ApiRequest ASK = ApiRequest.get("/api/thing").expecting("the thing API");
    static final Decoder<String> NAME = Json.decoder(Thing.class, thing -> String.valueOf(thing.name()));
    static final String GOOD = "{\"name\":\"right\"}";

    record Thing(@Nullable String name) {}

    final MockWebServer server = new MockWebServer();
    final QuickClock clock = new QuickClock();
    private final List<SourceClient> clients = new ArrayList<>();

    static Backend start() throws IOException {
        Backend backend = new Backend();
        backend.server.start(InetAddress.getLoopbackAddress(), 0);
        return backend;
    }

    String member() {
        return "127.0.0.1:" + server.getPort();
    }

    URI url() {
        return URI.create("http://" + member() + "/");
    }

    SourceClient client() {
        return client(new Credential.None(), ref -> new Secret(""));
    }

    SourceClient client(Credential credential, SecretReader secrets) {
        return client(settings(credential, Map.of(), null, url()), secrets, QUICK, clock);
    }

    SourceClient client(SourceSettings settings, SecretReader secrets, Budgets budgets, Clock time) {
        SourceClient client = SourceClient.open(settings, secrets, time, budgets);
        clients.add(client);
        return client;
    }

    static SourceSettings settings(Credential credential, Map<String, String> headers, @Nullable Path ca, URI... urls) {
        return new SourceSettings(
                "prom",
                SourceKind.PROMETHEUS,
                "",
                "prom",
                Arrays.asList(urls),
                SourceSettings.EVERY,
                headers,
                credential,
                ca,
                List.of(),
                false);
    }

    /** What one read of the standard question brings. */
    Fetched<String> ask() {
        return client().read(member(), ASK, NAME);
    }

    static MockResponse.Builder json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body);
    }

    void answer(MockResponse.Builder response) {
        server.enqueue(response.build());
    }

    void answer(String json) {
        answer(json(json));
    }

    static <T> T value(Fetched<T> fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Answer.class);
        return ((Fetched.Answer<T>) fetched).value();
    }

    static <E extends SourceError> E error(Fetched<?> fetched, Class<E> kind) {
        assertThat(fetched).isInstanceOf(Fetched.Failure.class);
        SourceError error = ((Fetched.Failure<?>) fetched).error();
        assertThat(error).as(error.sentence()).isInstanceOf(kind);
        return kind.cast(error);
    }

    /** Connections of the client that serve an exchange just now. */
    static int inUse(SourceClient client) throws IOException {
        ConnectionPool pool = Objects.requireNonNull(client.transport()).reads().connectionPool();
        return pool.connectionCount() - pool.idleConnectionCount();
    }

    @Override
    public void close() {
        for (SourceClient client : clients) {
            client.close();
        }
        server.close();
    }
}
