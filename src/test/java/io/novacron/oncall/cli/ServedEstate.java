package io.novacron.oncall.cli;

import static org.awaitility.Awaitility.await;

import io.novacron.oncall.servers.Http;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a running {@code oncall estate} printed. */
record ServedEstate(Path config, JsonNode document) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Waits until it serves. */
    static ServedEstate of(OncallProcess estate) {
        await("the estate serves")
                .atMost(PATIENCE)
                .failFast("the estate ended", () -> !estate.runs())
                .until(() -> estate.out().endsWith("\n"));
        JsonNode document = Http.JSON.readTree(estate.out());
        return new ServedEstate(Path.of(document.path("config").asString()), document);
    }

    /** The addresses of all sources and of the health endpoints. */
    List<URI> urls() {
        List<URI> urls = new ArrayList<>();
        document.path("health").forEach(url -> urls.add(URI.create(url.asString())));
        document.path("sources")
                .forEach(source -> source.path("urls").forEach(url -> urls.add(URI.create(url.asString()))));
        return urls;
    }
}
