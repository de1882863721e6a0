package io.novacron.oncall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.connectors.prometheus.PrometheusConnector;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.firing.FiringDesk;
import io.novacron.oncall.core.firing.FiringHistory;
import io.novacron.oncall.core.firing.Unpaged;
import io.novacron.oncall.core.firing.UnpagedSearch;
import io.novacron.oncall.core.metric.AlertSending;
import io.novacron.oncall.core.metric.MetricAnswer;
import io.novacron.oncall.core.metric.RuleAlert;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.PrometheusServer;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** As which labels an alert of a real Prometheus arrives in a real Alertmanager, and what did not arrive. */
class AlertSendingContractTests {

    private static final String RULES = """
            groups:
              - name: sending
                interval: 1s
                rules:
                  - {alert: Plain, expr: vector(1), labels: {severity: critical, team: Storage}}
                  - {alert: Dropped, expr: vector(1), labels: {severity: none}}
                  - {alert: OwnCluster, expr: vector(1), labels: {severity: warning, cluster: mine, pod: web-7d9f}}
                  - {alert: Equal, expr: vector(1), labels: {a: Equal}}
                  - {alert: Many, expr: 'label_replace(vector(1), "node", "n-1", "", "") or label_replace(vector(1), "node", "n-2", "", "")', labels: {instance: '{{ $labels.node }}:9100'}}
                  - {alert: Odd, expr: vector(1), labels: {text: 'a b', copy_this: there}}
            """;

    private static final String CONFIG = """
            global:
              evaluation_interval: 1s
              external_labels: {cluster: eu-west, replica: a, zone: ''}
            rule_files: [RULES]
            alerting:
              alert_relabel_configs:
                - {action: labeldrop, regex: 'replica|pod'}
                - {action: drop, source_labels: [severity], regex: none}
                - {action: dropequal, source_labels: [alertname], target_label: a}
                - {source_labels: [cluster, severity], separator: '/', regex: '(.+)/(.+)', target_label: where, replacement: '$2-${1}x-$1x$$'}
                - {action: lowercase, source_labels: [team], target_label: team}
                - {action: uppercase, source_labels: [alertname], target_label: loud}
                - {action: hashmod, source_labels: [instance], modulus: 97, target_label: shard}
                - {action: labelmap, regex: 'copy_(.+)'}
                - {action: labelmap, regex: 'te(x)t', replacement: 'mapped_${1}'}
                - {source_labels: [instance], regex: 'n-(\\d)', target_label: never}
                - {source_labels: [node], regex: '(?P<kind>[a-z]+)-(.+)', target_label: '${kind}_number', replacement: '$2'}
                - {target_label: text, replacement: ''}
                - {source_labels: [alertname], target_label: nothing, replacement: ''}
                - {source_labels: [alertname, cluster], separator: '', target_label: glued}
              alertmanagers:
                - static_configs: [{targets: ['ALERTMANAGER']}]
                  alert_relabel_configs: [{target_label: path, replacement: first}]
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"PROMETHEUS_3_8"})
    void anAlertIsFoundInAlertmanagerAsPrometheusSendsIt(Servers version) throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.yml"), RULES);
        try (AlertmanagerServer alertmanager =
                        AlertmanagerServer.start(Servers.ALERTMANAGER_0_34, AlertmanagerServer.QUIET_CONFIG);
                AlertmanagerServer empty =
                        AlertmanagerServer.start(Servers.ALERTMANAGER_0_34, AlertmanagerServer.QUIET_CONFIG);
                PrometheusServer prometheus = PrometheusServer.start(
                        version,
                        CONFIG.replace("RULES", rules.toString()).replace("ALERTMANAGER", alertmanager.hostPort()));
                Fanout fanout = new Fanout()) {
            PrometheusConnector connector =
                    new PrometheusConnector(Sources.client(prometheus.url(), SourceKind.PROMETHEUS));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> alertmanager.alerts().size() == 5);
            List<AlertSending> sendings = Sources.value(connector.sendings());
            MetricAnswer answer = Sources.value(connector.poll());
            Set<Labels> expected = new HashSet<>();
            for (RuleAlert alert : answer.alerts()) {
                expected.addAll(sendings.getFirst().sent(alert.labels()));
            }
            assertThat(labels(alertmanager)).isEqualTo(expected);

            Instant later = Clock.system().now().plus(Duration.ofMinutes(5));
            assertThat(unpaged(board(alertmanager), answer, connector, later)).isEmpty();
            assertThat(unpaged(board(empty), answer, connector, later))
                    .extracting(one -> one.labels().get("alertname"))
                    .as("the dropped ones are not missed")
                    .containsExactlyInAnyOrder("Plain", "OwnCluster", "Many", "Many", "Odd");

            AlertBoard board = board(alertmanager);
            // the steps of the query are multiples of five minutes, and the alerts began seconds ago
            FiringDesk desk = new FiringDesk(List.of(connector), fanout, in(Duration.ofMinutes(5)));
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                FiringHistory history = Sources.value(
                        desk.history(new FiringDesk.HistoryRequest(board.alerts(), board, FiringDesk.DAY)));
                assertThat(history.doubts()).isEmpty();
                assertThat(history.byKey().values())
                        .hasSize(5)
                        .allSatisfy(one -> assertThat(one.series()).isEqualTo(1));
            });
        }
    }

    private static List<Unpaged> unpaged(
            AlertBoard board, MetricAnswer answer, PrometheusConnector connector, Instant now) {
        SourceStatus status = new SourceStatus(
                "am",
                SourceKind.ALERTMANAGER,
                "am",
                List.of(SourceState.LIVE),
                "",
                now,
                "",
                "",
                null,
                null,
                null,
                Duration.ofSeconds(15));
        Fetched<List<AlertSending>> sendings = connector.sendings();
        return new UnpagedSearch(board, List.of(status), now).of("prom", answer, sendings);
    }

    private static Set<Labels> labels(AlertmanagerServer server) throws IOException {
        Set<Labels> labels = new HashSet<>();
        for (JsonNode alert : server.alerts()) {
            labels.add(labels(alert));
        }
        return labels;
    }

    private static AlertBoard board(AlertmanagerServer server) throws IOException {
        List<MemberAlert> alerts = new ArrayList<>();
        Instant now = Clock.system().now();
        for (JsonNode alert : server.alerts()) {
            alerts.add(new MemberAlert(
                    labels(alert), Map.of(), now, now, now, "active", List.of(), List.of(), List.of(), List.of(), ""));
        }
        MemberAnswer member =
                new MemberAnswer(server.hostPort(), "0.34.2", Instant.EPOCH, "ready", List.of(), "", alerts, List.of());
        return AlertBoard.of(List.of(new ClusterAnswer("am", List.of(member), Map.of())), SeverityMap.DEFAULT);
    }

    private static Labels labels(JsonNode alert) {
        Map<String, String> labels = new TreeMap<>();
        alert.path("labels")
                .propertyStream()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
        return Labels.of(labels);
    }

    /** The machine's clock, ahead. */
    private static Clock in(Duration ahead) {
        return new Clock() {
            @Override
            public Instant now() {
                return Clock.system().now().plus(ahead);
            }

            @Override
            public long nanos() {
                return Clock.system().nanos();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Clock.system().sleep(duration);
            }
        };
    }
}
