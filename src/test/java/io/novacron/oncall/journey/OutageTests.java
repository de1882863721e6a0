package io.novacron.oncall.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.DeskSettings;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.settings.Settings;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.desktop.journal.Database;
import io.novacron.oncall.desktop.secret.SecretPlaces;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.JaegerServer;
import io.novacron.oncall.servers.PrometheusConfig;
import io.novacron.oncall.servers.PrometheusServer;
import io.novacron.oncall.servers.RealServer;
import io.novacron.oncall.servers.SearchServer;
import io.novacron.oncall.servers.Servers;
import io.novacron.oncall.servers.seed.SeededAlerts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One backend after the other dies under a running console and comes back (reliability guide F02). */
class OutageTests {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Map<SourceKind, RealServer> servers = new LinkedHashMap<>();

    @AfterEach
    void end() throws Exception {
        while (!parts.isEmpty()) {
            parts.pop().close();
        }
    }

    @Test
    void aDeadBackendIsUnreachableThenLateThenStaleWhileNothingDisappearsAndTheOthersKeepTheirPace()
            throws IOException {
        add(SourceKind.PROMETHEUS, PrometheusServer.start(Servers.PROMETHEUS_3_8, PrometheusConfig.empty()));
        add(SourceKind.JAEGER, JaegerServer.start(Servers.JAEGER_1_62));
        add(SourceKind.ELASTICSEARCH, SearchServer.start(Servers.ELASTICSEARCH_7_17));
        // It dies last: an Alertmanager that crashed comes back without its alerts.
        AlertmanagerServer alertmanager =
                add(SourceKind.ALERTMANAGER, AlertmanagerServer.start(Servers.ALERTMANAGER_0_34, SeededAlerts.CONFIG));
        alertmanager.postAlerts("[{\"labels\":{\"alertname\":\"DiskFull\",\"severity\":\"critical\"}}]");
        Composition program = program();
        Monitor monitor = program.monitor();
        monitor.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> monitor.statuses().stream().allMatch(SourceStatus::live)
                        && monitor.alerts().alerts().size() == 1);

        for (Map.Entry<SourceKind, RealServer> server : servers.entrySet()) {
            dieAndComeBack(monitor, server.getKey(), server.getValue());
        }
    }

    private static void dieAndComeBack(Monitor monitor, SourceKind kind, RealServer server) {
        server.kill();
        await().atMost(Duration.ofSeconds(10)).until(() -> has(monitor, kind, SourceState.UNREACHABLE));
        await().atMost(Duration.ofSeconds(20)).until(() -> has(monitor, kind, SourceState.LATE));
        await().atMost(Duration.ofSeconds(20)).until(() -> has(monitor, kind, SourceState.STALE));
        assertThat(status(monitor, kind).reason()).contains(server.hostPort());
        assertThat(monitor.alerts().alerts())
                .as("alerts while %s is dead", kind)
                .hasSize(1);
        assertThat(monitor.verdict().allClear()).isFalse();
        for (SourceStatus other : monitor.statuses()) {
            if (other.kind() != kind) {
                assertThat(other.states())
                        .as("%s while %s is dead", other.kind(), kind)
                        .containsExactly(SourceState.LIVE);
            }
        }
        server.restart();
        await().atMost(Duration.ofSeconds(90)).until(() -> !has(monitor, kind, SourceState.UNREACHABLE));
    }

    private Composition program() {
        List<SourceSettings> sources = servers.entrySet().stream()
                .map(server -> new SourceSettings(
                        server.getKey().word(),
                        server.getKey(),
                        "",
                        server.getKey().word(),
                        List.of(server.getValue().url()),
                        EVERY,
                        Map.of(),
                        new Credential.None(),
                        null,
                        List.of(),
                        true))
                .toList();
        Settings settings =
                new Settings("", new Operator("ana", Role.RESPONDER), sources, List.of(), DeskSettings.DEFAULT);
        Clock clock = Clock.system();
        Composition program = new Composition(
                settings,
                Composition.Outside.of(settings, new SecretPlaces(System.getenv()), clock),
                Database.inMemory(clock),
                clock);
        parts.push(program);
        return program;
    }

    private <S extends RealServer> S add(SourceKind kind, S server) {
        parts.push(server);
        servers.put(kind, server);
        return server;
    }

    private static boolean has(Monitor monitor, SourceKind kind, SourceState state) {
        return status(monitor, kind).states().contains(state);
    }

    private static SourceStatus status(Monitor monitor, SourceKind kind) {
        return monitor.statuses().stream()
                .filter(status -> status.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
