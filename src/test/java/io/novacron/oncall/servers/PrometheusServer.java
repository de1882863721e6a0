package io.novacron.oncall.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A Prometheus on a free port. It also takes remote writes, and reloads on {@code POST /-/reload}. It repeats firing
 * alerts every five seconds, so they end 20 s after it was killed.
 */
public final class PrometheusServer extends RealServer {
    private PrometheusServer(Servers server) {
        super(server, FreePorts.next());
    }

    public static PrometheusServer start(Servers version, PrometheusConfig config) {
        Path programs = ServerCache.require(version);
        PrometheusServer server = new PrometheusServer(version);
        server.write("rules.yml", config.rules());
        if (!config.history().isEmpty()) {
            server.backfill(programs.resolve("promtool"), config.history());
        }
        server.launch(programs, config.yaml());
        return server;
    }

    /** With a configuration file as somebody else wrote it. */
    public static PrometheusServer start(Servers version, String yaml) {
        Path programs = ServerCache.require(version);
        PrometheusServer server = new PrometheusServer(version);
        server.launch(programs, yaml);
        return server;
    }

    private void launch(Path programs, String yaml) {
        Path file = write("prometheus.yml", yaml);
        launch(List.of(
                programs.resolve("prometheus").toString(),
                "--config.file=" + file,
                "--storage.tsdb.path=" + folder().resolve("data"),
                "--storage.tsdb.retention.time=365d",
                "--web.listen-address=" + hostPort(),
                // alerts that fire before the Alertmanagers are known get lost; by default the next try is a minute
                // later
                "--rules.alert.resend-delay=5s",
                "--web.enable-lifecycle",
                "--web.enable-remote-write-receiver"));
    }

    /** The {@code result} of an instant query, evaluated now. */
    public JsonNode query(String expression) throws IOException {
        String encoded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        return Http.get(url("/api/v1/query?query=" + encoded))
                .ok()
                .json()
                .path("data")
                .path("result");
    }

    @Override
    protected boolean answers() throws IOException {
        return Http.get(url("/-/ready")).status() == 200;
    }

    private void backfill(Path promtool, String openMetrics) {
        Path samples = write("history.om", openMetrics);
        try {
            Process process = new ProcessBuilder(
                            promtool.toString(),
                            "tsdb",
                            "create-blocks-from",
                            "openmetrics",
                            samples.toString(),
                            folder().resolve("data").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("promtool could not read the history:\n" + lastLines());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
