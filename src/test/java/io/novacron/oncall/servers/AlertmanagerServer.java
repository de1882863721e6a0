package io.novacron.oncall.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One Alertmanager on a free port: single, or a member of an {@link AlertmanagerPair}. */
public final class AlertmanagerServer extends RealServer {
    /** Routes everything to one receiver that notifies nobody. */
    public static final String QUIET_CONFIG = """
            route:
              receiver: nobody
            receivers:
              - name: nobody
            """;

    private AlertmanagerServer(Servers server) {
        super(server, FreePorts.next());
    }

    /** A single one, without gossip. */
    public static AlertmanagerServer start(Servers version, String config) {
        return start(version, config, List.of("--cluster.listen-address="));
    }

    static AlertmanagerServer start(Servers version, String config, List<String> clusterFlags) {
        Path programs = ServerCache.require(version);
        AlertmanagerServer server = new AlertmanagerServer(version);
        Path file = server.write("alertmanager.yml", config);
        List<String> command = new ArrayList<>(List.of(
                programs.resolve(version.program()).toString(),
                "--config.file=" + file,
                "--storage.path=" + server.folder().resolve("data"),
                "--web.listen-address=" + server.hostPort()));
        command.addAll(clusterFlags);
        server.launch(command);
        return server;
    }

    /** Empties the data folder of one that does not run, as a lost disk does. */
    public void wipe() {
        deleteFolder(folder().resolve("data"));
    }

    public JsonNode status() throws IOException {
        return Http.get(url("/api/v2/status")).ok().json();
    }

    /** The alerts that {@code /api/v2/alerts} lists: active, silenced and inhibited ones. */
    public JsonNode alerts() throws IOException {
        return Http.get(url("/api/v2/alerts")).ok().json();
    }

    public JsonNode silences() throws IOException {
        return Http.get(url("/api/v2/silences")).ok().json();
    }

    /** Posts a JSON list of alerts. */
    public void postAlerts(String json) throws IOException {
        Http.post(url("/api/v2/alerts"), json).ok();
    }

    /** Posts a silence and returns its id. */
    public String postSilence(String json) throws IOException {
        return Http.post(url("/api/v2/silences"), json)
                .ok()
                .json()
                .path("silenceID")
                .asString();
    }

    @Override
    protected boolean answers() throws IOException {
        return Http.get(url("/-/ready")).status() == 200;
    }
}
