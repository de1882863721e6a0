package io.novacron.oncall.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One node of Elasticsearch or OpenSearch in a JVM of its own, on the JDK that runs the tests. No security inside. */
public final class SearchServer extends RealServer {
    private SearchServer(Servers server) {
        super(server, FreePorts.next());
    }

    public static SearchServer start(Servers version) {
        Path installed = ServerCache.require(version);
        SearchServer server = new SearchServer(version);
        server.launch(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                installed.resolve("classes") + File.pathSeparator + installed.resolve("lib") + File.separator + "*",
                "SearchNode",
                Integer.toString(server.url().getPort()),
                server.folder().resolve("node").toString()));
        return server;
    }

    /** What {@code GET /} says: name, version, distribution. */
    public JsonNode info() throws IOException {
        return Http.get(url("/")).ok().json();
    }

    /** Indexes bulk lines (action and document, newline after each) and makes them searchable. */
    public void bulk(String lines) throws IOException {
        JsonNode answer = Http.post(url("/_bulk?refresh=true"), "application/x-ndjson", lines)
                .ok()
                .json();
        if (answer.path("errors").asBoolean()) {
            throw new IllegalStateException(
                    "documents were refused: " + answer.toString().substring(0, 2_000));
        }
    }

    @Override
    protected boolean answers() throws IOException {
        return Http.get(url("/_cluster/health?wait_for_status=yellow&timeout=1s"))
                        .status()
                == 200;
    }
}
