package io.novacron.oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.servers.AlertmanagerPair;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The shared acknowledgement on a gossiping pair of Alertmanagers, by the command line alone. */
class AcknowledgeOnAPairTests {

    private static final int ALERTS = 1000;
    private static final Map<String, String> TARGET =
            Map.of("alertname", "StorageLatencyHigh", "severity", "critical", "service", "storage");
    private static final Map<String, String> ONE_LABEL_MORE =
            Map.of("alertname", "StorageLatencyHigh", "severity", "critical", "service", "storage", "volume", "v-17");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"ALERTMANAGER_0_25", "ALERTMANAGER_0_34"})
    void oneSilenceCarriesTheAcknowledgementOfTwoPeopleAndEndsWithIt(Servers version) throws IOException {
        try (AlertmanagerPair pair = AlertmanagerPair.start(version, AlertmanagerServer.QUIET_CONFIG)) {
            fire(pair);
            Path ana = config(pair, "ana");
            Path ben = config(pair, "ben");
            String fingerprint = Labels.of(TARGET).fingerprint();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> listsEachAlertOnce(OncallRun.of(ana, Map.of(), "alerts", "--json"), pair));

            JsonNode ack = write(ana, "ack", fingerprint);
            String id = ack.path("silenceId").asString();
            assertThat(ack.path("matches").asInt()).isEqualTo(1);
            assertThat(steps(ack)).containsExactly("queued", "accepted", "replicated", "effective");
            for (AlertmanagerServer member : pair.members()) {
                assertThat(activeSilences(member)).containsExactly(id);
                assertThat(silenced(member)).containsExactly(fingerprint);
            }

            JsonNode joined = write(ben, "ack", fingerprint);
            assertThat(joined.path("silenceId").asString()).isEqualTo(id);
            assertThat(activeSilences(pair.second())).containsExactly(id);
            JsonNode alert =
                    OncallRun.of(ana, Map.of(), "alert", fingerprint, "--json").json();
            assertThat(alert.path("state").asString()).isEqualTo("acknowledged");
            assertThat(alert.path("ack").path("owner").asString()).isEqualTo("ana, ben");
            assertThat(alert.path("ack").path("silenceId").asString()).isEqualTo(id);

            OncallRun shorter = OncallRun.of(ben, Map.of(), "ack", fingerprint, "--for", "1m");
            assertThat(shorter.exit()).isZero();
            assertThat(shorter.err())
                    .contains("until when it had been acknowledged before")
                    .doesNotContain("after 1m");

            JsonNode ended = write(ben, "unack", fingerprint);
            assertThat(ended.path("silenceIds").path(0).asString()).isEqualTo(id);
            for (AlertmanagerServer member : pair.members()) {
                assertThat(activeSilences(member)).isEmpty();
            }
        }
    }

    private static void listsEachAlertOnce(OncallRun run, AlertmanagerPair pair) {
        assertThat(run.exit()).isEqualTo(1);
        Set<String> fingerprints = new HashSet<>();
        for (JsonNode alert : run.json().path("alerts")) {
            fingerprints.add(alert.path("fingerprint").asString());
            assertThat(texts(alert.path("seenOn")))
                    .containsExactlyInAnyOrder(
                            "eu/" + pair.first().hostPort(),
                            "eu/" + pair.second().hostPort());
        }
        assertThat(run.json().path("alerts").size()).isEqualTo(ALERTS);
        assertThat(fingerprints).hasSize(ALERTS);
    }

    private JsonNode write(Path config, String command, String fingerprint) {
        OncallRun run = OncallRun.of(config, Map.of(), command, fingerprint, "--json");
        assertThat(run.exit()).as("%s: %s %s", command, run.out(), run.err()).isZero();
        assertThat(run.json().path("outcome").asString()).isEqualTo("EFFECTIVE");
        return run.json();
    }

    private Path config(AlertmanagerPair pair, String operator) {
        String text = """
                [operator]
                name = "%s"
                role = "responder"

                [[source]]
                name = "am"
                kind = "alertmanager"
                cluster = "eu"
                urls = ["%s", "%s"]
                """.formatted(operator, pair.first().url(), pair.second().url());
        return OncallRun.write(folder, operator + ".toml", text);
    }

    /** As Prometheus does it: every alert goes to every member. */
    private static void fire(AlertmanagerPair pair) throws IOException {
        List<Map<String, Object>> alerts = new ArrayList<>();
        alerts.add(Map.of("labels", TARGET));
        alerts.add(Map.of("labels", ONE_LABEL_MORE));
        for (int i = alerts.size(); i < ALERTS; i++) {
            alerts.add(Map.of("labels", Map.of("alertname", "Load", "severity", "warning", "instance", "node-" + i)));
        }
        for (AlertmanagerServer member : pair.members()) {
            member.postAlerts(Http.JSON.writeValueAsString(alerts));
        }
    }

    private static List<String> activeSilences(AlertmanagerServer member) throws IOException {
        List<String> ids = new ArrayList<>();
        for (JsonNode silence : member.silences()) {
            if (silence.path("status").path("state").asString().equals("active")) {
                ids.add(silence.path("id").asString());
            }
        }
        return ids;
    }

    private static List<String> silenced(AlertmanagerServer member) throws IOException {
        List<String> fingerprints = new ArrayList<>();
        for (JsonNode alert : member.alerts()) {
            if (!alert.path("status").path("silencedBy").isEmpty()) {
                fingerprints.add(alert.path("fingerprint").asString());
            }
        }
        return fingerprints;
    }

    private static List<String> steps(JsonNode document) {
        List<String> steps = new ArrayList<>();
        document.path("ladder").forEach(rung -> steps.add(rung.path("step").asString()));
        return steps;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
