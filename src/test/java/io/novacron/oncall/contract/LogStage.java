package io.novacron.oncall.contract;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.elasticsearch.ElasticsearchBackend;
import io.novacron.oncall.demo.elasticsearch.LogIndex;
import io.novacron.oncall.demo.http.Loopback;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.SearchServer;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.net.URI;
import tools.jackson.databind.JsonNode;

/**
 * A log store of one kind, running, for documents to be put in.
 *
 * @param product as it names itself, with its {@code version}
 * @param end what ends it
 */
public record LogStage(String product, String version, URI url, Runnable end) implements AutoCloseable {

    /** Where log sources are looked at. */
    public enum Kind {
        ELASTICSEARCH_7_17,
        OPENSEARCH_3_8,
        ESTATE
    }

    public static LogStage of(Kind kind) {
        return switch (kind) {
            case ELASTICSEARCH_7_17 -> real(Servers.ELASTICSEARCH_7_17);
            case OPENSEARCH_3_8 -> real(Servers.OPENSEARCH_3_8);
            case ESTATE -> estate();
        };
    }

    private static LogStage real(Servers version) {
        SearchServer server = SearchServer.start(version);
        return new LogStage(version.product(), version.version(), server.url(), server::close);
    }

    /** It answers as the OpenSearch does that its answers are compared with. */
    private static LogStage estate() {
        LogIndex index = new LogIndex();
        Loopback loopback = new Loopback(0, new ElasticsearchBackend(index, Clock.system()), Clock.system());
        Servers model = Servers.OPENSEARCH_3_8;
        return new LogStage(model.product(), model.version(), loopback.uri(), () -> {
            loopback.close();
            index.close();
        });
    }

    /** {@link #url} followed by a path and query that starts with a slash. */
    public URI url(String path) {
        return URI.create(url + path);
    }

    /** Indexes bulk lines (action and document, newline after each) and makes them searchable. */
    public void bulk(String lines) throws IOException {
        JsonNode answer = Http.post(url("/_bulk?refresh=true"), "application/x-ndjson", lines)
                .ok()
                .json();
        if (answer.path("errors").asBoolean()) {
            String text = answer.toString();
            throw new IllegalStateException(
                    "documents were refused: " + text.substring(0, Math.min(2_000, text.length())));
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
