package io.novacron.oncall.connectors.alertmanager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/** A member that answers what it was told to, by method and path; anything else is a 404 without a body. */
final class FakeMember implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    FakeMember() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(request);
                String path = request.getUrl().encodedPath();
                return answers.getOrDefault(request.getMethod() + " " + path, new MockResponse(404, Headers.of(), ""));
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeMember json(String request, String body) {
        return with(request, new MockResponse(200, Headers.of("Content-Type", "application/json"), body));
    }

    FakeMember with(String request, MockResponse answer) {
        answers.put(request, answer);
        return this;
    }

    /** A member of 0.34 with no silences and {@link Payloads#GROUPS_0_34}. */
    FakeMember modern() {
        return json("GET /api/v2/status", Payloads.STATUS_0_34)
                .json("GET /api/v2/alerts/groups", Payloads.GROUPS_0_34)
                .json("GET /api/v2/silences", "[]");
    }

    URI url() {
        return server.url("/").uri();
    }

    String hostPort() {
        return server.getHostName() + ":" + server.getPort();
    }

    List<RecordedRequest> requests() {
        return requests;
    }

    List<String> asked() {
        return requests.stream()
                .map(request -> request.getMethod() + " " + request.getUrl().encodedPath())
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
