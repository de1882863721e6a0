package io.novacron.oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.servers.AlertmanagerPair;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A window that a service manager ends, with an acknowledgement of its own on a real pair (alerts guide §4.4). */
class WindowEndTests {

    private static final Map<String, String> LABELS = Map.of("alertname", "Held", "severity", "critical");

    @TempDir
    Path folder;

    @Test
    void aTerminatedWindowHoldsItsAcknowledgementsForAnHourAndEndsWithoutAWord() throws IOException {
        try (AlertmanagerPair pair =
                AlertmanagerPair.start(Servers.ALERTMANAGER_0_34, AlertmanagerServer.QUIET_CONFIG)) {
            for (AlertmanagerServer member : pair.members()) {
                member.postAlerts(Http.JSON.writeValueAsString(List.of(Map.of("labels", LABELS))));
            }
            Path config = OncallRun.write(folder, "ana.toml", """
                    [operator]
                    name = "ana"
                    role = "responder"

                    [[source]]
                    name = "am"
                    kind = "alertmanager"
                    cluster = "eu"
                    urls = ["%s", "%s"]
                    """.formatted(
                            pair.first().url(), pair.second().url()));
            String fingerprint = Labels.of(LABELS).fingerprint();
            try (OncallProcess window =
                    OncallProcess.start(folder, AckingWindow.class, config.toString(), fingerprint)) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> log().contains("first frame after ")
                                && left(pair.second()).toMinutes() >= 13);
                assertThat(left(pair.second())).as("before").isLessThan(Duration.ofMinutes(16));

                assertThat(window.end()).isEqualTo(143);

                for (AlertmanagerServer member : pair.members()) {
                    assertThat(left(member)).isBetween(Duration.ofMinutes(58), Duration.ofMinutes(61));
                }
                assertThat(window.err()).doesNotContain("Exception", "fault", "\tat ");
                assertThat(log()).contains("1 acknowledgements hold on").doesNotContain("ERROR");
            }
        }
    }

    /** How long the one active silence of the member lasts yet; nothing where it has none. */
    private static Duration left(AlertmanagerServer member) throws IOException {
        for (JsonNode silence : member.silences()) {
            if (silence.path("status").path("state").asString().equals("active")) {
                return Duration.between(
                        Instant.now(), Instant.parse(silence.path("endsAt").asString()));
            }
        }
        return Duration.ZERO;
    }

    private String log() {
        Path file = folder.resolve("state").resolve("oncall.log");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
