package io.novacron.oncall.bench;

import io.novacron.oncall.servers.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code oncall alerts --json} says with the configuration of one console, as a process of its own. */
record AlertsAnswer(int exit, Map<String, String> alerts) {

    /** Each alert without the addresses at which it was seen: each console has others for the same members. */
    static AlertsAnswer of(Path config, Path state) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(ConsolesProof.java());
        command.addAll(List.of("io.novacron.oncall.desktop.Main", "alerts", "--json", "--config", config.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_STATE_HOME", state.toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            Map<String, String> alerts = new TreeMap<>();
            for (JsonNode alert : Http.JSON.readTree(out).path("alerts")) {
                ObjectNode one = (ObjectNode) alert.deepCopy();
                one.put("seenOn", alert.path("seenOn").size());
                alerts.put(alert.path("fingerprint").asString(), one.toString());
            }
            return new AlertsAnswer(exit, alerts);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The alerts that the two tell differently. */
    List<String> differences(AlertsAnswer other) {
        List<String> differences = new ArrayList<>();
        Map<String, String> all = new TreeMap<>(alerts);
        all.putAll(other.alerts);
        for (String fingerprint : all.keySet()) {
            String here = alerts.getOrDefault(fingerprint, "nothing");
            String there = other.alerts.getOrDefault(fingerprint, "nothing");
            if (!here.equals(there)) {
                differences.add(here + " but " + there);
            }
        }
        return differences;
    }
}
