package io.novacron.oncall.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Jaeger with storage in memory. {@link #url} is its query service, {@link #otlpUrl} takes traces. */
public final class JaegerServer extends RealServer {
    private static final List<String> PORTS_1_48 = List.of(
            "query.grpc-server",
            "collector.http-server",
            "collector.grpc-server",
            "collector.otlp.grpc",
            "collector.zipkin",
            "admin.http",
            "http-server");
    private static final List<String> AGENT_PORTS_1_48 = List.of("jaeger-compact", "jaeger-binary", "zipkin-compact");
    private static final String CONFIG_1_62 = """
            service:
              extensions: [jaeger_storage, jaeger_query, healthcheckv2]
              pipelines:
                traces: {receivers: [otlp], processors: [batch], exporters: [jaeger_storage_exporter]}
              telemetry:
                metrics: {level: none}
            extensions:
              healthcheckv2: {use_v2: true, http: {endpoint: "$HEALTH"}}
              jaeger_query:
                storage: {traces: main}
                http: {endpoint: "$QUERY"}
                grpc: {endpoint: "$GRPC"}
              jaeger_storage:
                backends:
                  main: {memory: {max_traces: 100000}}
            receivers:
              otlp:
                protocols:
                  http: {endpoint: "$OTLP"}
            processors:
              batch: {timeout: 100ms}
            exporters:
              jaeger_storage_exporter: {trace_storage: main}
            """;

    private final String otlp = "127.0.0.1:" + FreePorts.next();

    private JaegerServer(Servers server) {
        super(server, FreePorts.next());
    }

    public static JaegerServer start(Servers version) {
        Path program = ServerCache.require(version).resolve(version.program());
        JaegerServer server = new JaegerServer(version);
        server.launch(
                version == Servers.JAEGER_1_48
                        ? server.firstArchitecture(program)
                        : server.secondArchitecture(program));
        return server;
    }

    /** The address for OTLP over HTTP: {@code POST /v1/traces}, JSON or protobuf. */
    public URI otlpUrl() {
        return URI.create("http://" + otlp);
    }

    /** Sends one OTLP request in JSON. */
    public void postTraces(String json) throws IOException {
        Http.post(URI.create(otlpUrl() + "/v1/traces"), json).ok();
    }

    @Override
    protected boolean answers() throws IOException {
        // an empty export is answered as soon as the receiver listens, and stores nothing
        return Http.get(url("/api/services")).contentType().startsWith("application/json")
                && Http.post(URI.create(otlpUrl() + "/v1/traces"), "{}").status() == 200;
    }

    private List<String> firstArchitecture(Path program) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--memory.max-traces=100000",
                "--collector.otlp.enabled=true",
                "--collector.otlp.http.host-port=" + otlp,
                "--query.http-server.host-port=" + hostPort()));
        PORTS_1_48.forEach(name -> command.add("--" + name + ".host-port=" + freeHostPort()));
        AGENT_PORTS_1_48.forEach(name -> command.add("--processor." + name + ".server-host-port=" + freeHostPort()));
        return command;
    }

    private List<String> secondArchitecture(Path program) {
        String config = CONFIG_1_62
                .replace("$HEALTH", freeHostPort())
                .replace("$GRPC", freeHostPort())
                .replace("$QUERY", hostPort())
                .replace("$OTLP", otlp);
        return List.of(program.toString(), "--config=" + write("jaeger.yml", config));
    }

    private static String freeHostPort() {
        return "127.0.0.1:" + FreePorts.next();
    }
}
