package io.novacron.oncall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.connectors.alertmanager.AlertmanagerConnector;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.secret.SecretMissingException;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.settings.SourceSettings;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.estate.EstateAlertmanagers;
import io.novacron.oncall.servers.AlertmanagerPair;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An Alertmanager, single or a pair, real or of the estate, with a connector to it. Tests keep apart by the alertname they use. */
final class AlertStage implements AutoCloseable {

    /**
     * Label {@code muted} mutes the only group, {@code half} one of two groups; critical inhibits warning of the same
     * {@code svc}.
     */
    static final String CONFIG = """
            route:
              receiver: nobody
              group_by: [alertname]
              group_wait: 1s
              routes:
                - receiver: night
                  matchers: ['muted="1"']
                  mute_time_intervals: [always]
                - receiver: night
                  matchers: ['half="1"']
                  mute_time_intervals: [always]
                  continue: true
                - receiver: day
                  matchers: ['half="1"']
            receivers:
              - name: nobody
              - name: night
              - name: day
            time_intervals:
              - name: always
                time_intervals:
                  - times: [{start_time: '00:00', end_time: '24:00'}]
            inhibit_rules:
              - source_matchers: ['severity="critical"']
                target_matchers: ['severity="warning"']
                equal: [svc]
            """;

    /** Every implementation that the contract is kept by. */
    enum Kind {
        SINGLE_0_25(Servers.ALERTMANAGER_0_25, false, false),
        SINGLE_0_34(Servers.ALERTMANAGER_0_34, false, false),
        SINGLE_ESTATE(Servers.ALERTMANAGER_0_34, false, true),
        PAIR_0_25(Servers.ALERTMANAGER_0_25, true, false),
        PAIR_0_34(Servers.ALERTMANAGER_0_34, true, false),
        PAIR_ESTATE(Servers.ALERTMANAGER_0_34, true, true);

        /** Of the server, or the one that the estate behaves as. */
        final Servers version;

        final boolean pair;
        private final boolean estate;

        Kind(Servers version, boolean pair, boolean estate) {
            this.version = version;
            this.pair = pair;
            this.estate = estate;
        }

        boolean modern() {
            return version == Servers.ALERTMANAGER_0_34;
        }
    }

    private final Kind kind;
    private final Runnable stop;
    private final List<AlertMember> servers;
    private final AlertmanagerConnector connector;

    private AlertStage(Kind kind, Runnable stop, List<AlertMember> servers) {
        this.kind = kind;
        this.stop = stop;
        this.servers = servers;
        connector = connect(servers.stream().map(AlertMember::url).toArray(URI[]::new));
    }

    static AlertStage open(Kind kind) {
        return open(kind, CONFIG);
    }

    static AlertStage open(Kind kind, String config) {
        if (kind.estate) {
            EstateAlertmanagers estate = new EstateAlertmanagers(config, kind.pair ? 2 : 1);
            return new AlertStage(
                    kind,
                    estate::close,
                    estate.members().stream()
                            .<AlertMember>map(AlertMember.Estate::new)
                            .toList());
        }
        if (kind.pair) {
            AlertmanagerPair pair = AlertmanagerPair.start(kind.version, config);
            return new AlertStage(kind, pair::close, real(pair.members()));
        }
        AlertmanagerServer single = AlertmanagerServer.start(kind.version, config);
        return new AlertStage(kind, single::close, real(List.of(single)));
    }

    private static List<AlertMember> real(List<AlertmanagerServer> servers) {
        return servers.stream().<AlertMember>map(AlertMember.Real::new).toList();
    }

    static AlertmanagerConnector connect(URI... urls) {
        SourceSettings settings = new SourceSettings(
                "am",
                SourceKind.ALERTMANAGER,
                "",
                "eu",
                Arrays.asList(urls),
                SourceSettings.EVERY,
                Map.of(),
                new Credential.None(),
                null,
                List.of(),
                false);
        return AlertmanagerConnector.open(
                settings,
                ref -> {
                    throw new SecretMissingException(ref.toString());
                },
                Clock.system());
    }

    Kind kind() {
        return kind;
    }

    List<AlertMember> servers() {
        return servers;
    }

    AlertmanagerConnector connector() {
        return connector;
    }

    /** host:port of the first member. */
    String first() {
        return servers.getFirst().hostPort();
    }

    /** To every member, as Prometheus does. */
    void fire(List<Map<String, Object>> alerts) {
        String body = new String(Http.JSON.writeValueAsBytes(alerts), StandardCharsets.UTF_8);
        for (AlertMember server : servers) {
            try {
                server.postAlerts(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Alerts of which only the labels matter. */
    void fireLabels(List<Map<String, String>> labels) {
        fire(labels.stream()
                .<Map<String, Object>>map(each -> Map.of("labels", each))
                .toList());
    }

    /** Waits until each member's alerts of that name are as wanted: groups follow a post after a moment. */
    void awaitEach(String alertname, Consumer<List<MemberAlert>> wanted) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    List<MemberAnswer> members = value(connector.poll()).members();
                    assertThat(members).hasSize(servers.size());
                    members.forEach(member -> wanted.accept(named(member, alertname)));
                });
    }

    static List<MemberAlert> named(MemberAnswer member, String alertname) {
        List<MemberAlert> alerts = new ArrayList<>(member.alerts());
        alerts.removeIf(alert -> !alert.labels().get("alertname").equals(alertname));
        return alerts;
    }

    ClusterAnswer poll() {
        return value(connector.poll());
    }

    static <T> T value(Fetched<T> fetched) {
        return switch (fetched) {
            case Fetched.Answer<T>(T value, var contact) -> value;
            case Fetched.Failure<T>(SourceError error) -> throw new AssertionError(error.sentence());
        };
    }

    static SourceError error(Fetched<?> fetched) {
        return switch (fetched) {
            case Fetched.Answer<?> answer -> throw new AssertionError("answered " + answer);
            case Fetched.Failure<?>(SourceError error) -> error;
        };
    }

    @Override
    public void close() {
        connector.close();
        stop.run();
    }
}
