package io.novacron.oncall.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.alertmanager.AlertmanagerConfig;
import io.novacron.oncall.servers.ServerCache;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The estate's {@code alertmanager.yml}, judged by Alertmanager's own tool. */
class AlertmanagerConfigTests {

    private static final List<String> ALERTNAMES = List.of("Watchdog", "ServiceDown", "SloBurnsFast");
    private static final List<String> SEVERITIES = List.of("critical", "warning", "info", "");
    private static final List<String> COMPONENTS = List.of("security", "sla", "storage", "");
    private static final List<String> CATEGORIES = List.of("capacity", "");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Servers.class, names = "ALERTMANAGER.*", mode = EnumSource.Mode.MATCH_ALL)
    void amtoolAcceptsIt(Servers version) throws IOException, InterruptedException {
        assertThat(amtool(version, "check-config", file())).contains("SUCCESS", "6 receivers");
    }

    @Test
    void amtoolRoutesEveryAlertToTheSameReceivers() throws IOException, InterruptedException {
        AlertmanagerConfig config = AlertmanagerConfig.shipped();
        for (Map<String, String> labels : alerts()) {
            List<String> command = new ArrayList<>(List.of("config", "routes", "test", "--config.file=" + file()));
            labels.forEach((name, value) -> command.add(name + "=" + value));
            List<String> ours = config.routing().told(Labels.of(labels)).receivers();
            assertThat(amtool(Servers.ALERTMANAGER_0_34, command.toArray(String[]::new))
                            .strip())
                    .as("receivers of %s", labels)
                    .isEqualTo(String.join(",", ours));
        }
    }

    private static List<Map<String, String>> alerts() {
        List<Map<String, String>> alerts = new ArrayList<>();
        for (String alertname : ALERTNAMES) {
            for (String severity : SEVERITIES) {
                for (String component : COMPONENTS) {
                    for (String category : CATEGORIES) {
                        Map<String, String> labels = new TreeMap<>(Map.of(
                                "alertname",
                                alertname,
                                "severity",
                                severity,
                                "component",
                                component,
                                "category",
                                category));
                        labels.values().removeIf(String::isEmpty);
                        alerts.add(labels);
                    }
                }
            }
        }
        return alerts;
    }

    private String file() throws IOException {
        return Files.writeString(
                        folder.resolve("alertmanager.yml"),
                        AlertmanagerConfig.shipped().original())
                .toString();
    }

    private static String amtool(Servers version, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ServerCache.tool(version, "amtool").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
