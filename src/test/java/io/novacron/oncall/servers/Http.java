package io.novacron.oncall.servers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client for tests, independent of the connectors under test. */
public final class Http {
    public static final JsonMapper JSON = JsonMapper.shared();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Http() {}

    /** What a server answered; nothing is thrown for a status of 400 or above. */
    public record Reply(int status, String contentType, String body) {
        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** This reply, if its status is 2xx; otherwise an error that quotes the body. */
        public Reply ok() {
            if (status / 100 != 2) {
                throw new IllegalStateException("answered " + status + ": " + body);
            }
            return this;
        }
    }

    public static Reply get(URI uri) throws IOException {
        return send(HttpRequest.newBuilder(uri));
    }

    public static Reply delete(URI uri) throws IOException {
        return send(HttpRequest.newBuilder(uri).DELETE());
    }

    public static Reply post(URI uri, String json) throws IOException {
        return post(uri, "application/json", json);
    }

    public static Reply post(URI uri, String contentType, String body) throws IOException {
        return send(
                HttpRequest.newBuilder(uri).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    public static Reply put(URI uri, String json) throws IOException {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    private static Reply send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Reply(response.statusCode(), type, response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
