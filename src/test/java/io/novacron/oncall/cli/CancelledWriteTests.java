package io.novacron.oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.fault.Fault;
import io.novacron.oncall.fault.FaultProxy;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who ends a command in the middle of a write is told that it may be in force. */
class CancelledWriteTests {

    private static final Map<String, String> LABELS = Map.of("alertname", "Load", "severity", "warning");

    @TempDir
    Path folder;

    @Test
    void anAcknowledgementThatIsEndedOnItsWaySaysThatItsOutcomeIsUnknown() throws IOException {
        AtomicBoolean written = new AtomicBoolean();
        try (AlertmanagerServer server =
                        AlertmanagerServer.start(Servers.ALERTMANAGER_0_34, AlertmanagerServer.QUIET_CONFIG);
                FaultProxy proxy = FaultProxy.before(server.url(), line -> {
                    boolean before = line.startsWith("POST ") ? written.getAndSet(true) : written.get();
                    return before ? Fault.STALL_LOST : Fault.NONE;
                })) {
            server.postAlerts(Http.JSON.writeValueAsString(List.of(Map.of("labels", LABELS))));
            Path config = OncallRun.write(folder, "oncall.toml", """
                    [operator]
                    name = "ana"
                    role = "responder"

                    [[source]]
                    name = "am"
                    kind = "alertmanager"
                    urls = ["%s"]
                    """.formatted(proxy.url()));
            String fingerprint = Labels.of(LABELS).fingerprint();
            try (OncallProcess ack = OncallProcess.start(folder, "ack", fingerprint, "--config", config.toString())) {
                await().atMost(Duration.ofMinutes(1)).until(() -> ack.err().contains("accepted: "));
                assertThat(ack.end()).isEqualTo(143);
                assertThat(ack.err()).contains("UNKNOWN acknowledge Load", "oncall silence list", "cancelled");
                assertThat(ack.out()).isEmpty();
            }
        }
    }
}
