package io.novacron.oncall.connectors.jaeger;

import io.novacron.oncall.connectors.http.SourceClient;
import io.novacron.oncall.core.secret.SecretMissingException;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** A Jaeger on loopback with one prepared answer per path; everything else is its page, as some versions do. */
final class FakeJaeger extends Dispatcher implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new HashMap<>();
    private final List<HttpUrl> asked = new ArrayList<>();
    private final SourceClient client;

    FakeJaeger() {
        server.setDispatcher(this);
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        SourceSettings settings = new SourceSettings(
                "traces",
                SourceKind.JAEGER,
                "",
                "traces",
                List.of(server.url("/select/jaeger").uri()),
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

    FakeJaeger on(String path, int status, String type, String body) {
        answers.put(
                "/select/jaeger" + path,
                new MockResponse.Builder()
                        .code(status)
                        .setHeader("Content-Type", type)
                        .body(body)
                        .build());
        return this;
    }

    FakeJaeger on(String path, String json) {
        return on(path, 200, "application/json", json);
    }

    JaegerConnector connector() {
        return new JaegerConnector(client);
    }

    /** The URL asked last. */
    synchronized HttpUrl asked() {
        return asked.getLast();
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        HttpUrl url = Objects.requireNonNull(request.getUrl());
        asked.add(url);
        MockResponse page = new MockResponse.Builder()
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body("<!doctype html><title>Jaeger UI</title>")
                .build();
        return answers.getOrDefault(url.encodedPath(), page);
    }

    @Override
    public void close() {
        client.close();
        server.close();
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
