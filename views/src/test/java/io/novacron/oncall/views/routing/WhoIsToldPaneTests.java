package io.novacron.oncall.views.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.fetch.WorkBoard;
import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Series;
import io.novacron.oncall.core.routing.DeliveryReader;
import io.novacron.oncall.core.routing.RoutingBook;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.estate.Shots;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhoIsToldPaneTests {
    private static final Instant NOW = Instant.parse("2026-11-22T03:30:00Z");
    private static final String YAML = """
            route:
              receiver: ops
              routes:
                - {receiver: security_team, matchers: [component="security"], continue: true}
                - receiver: on-call
                  matchers: [severity="critical"]
                  repeat_interval: 1h
                  mute_time_intervals: [night]
            receivers:
              - {name: ops, slack_configs: [{channel: '#ops'}]}
              - {name: security_team, email_configs: [{to: security@example.org}]}
              - {name: on-call, pagerduty_configs: [{routing_key: <secret>}], slack_configs: [{channel: '#incidents'}]}
            inhibit_rules:
              - {source_matchers: [alertname="ClusterDown"], target_matchers: [severity=~"critical|warning"], equal: [cluster]}
            time_intervals: [{name: night, time_intervals: [{times: [{start_time: '02:00', end_time: '04:00'}]}]}]
            """;

    private final Fanout fanout = new Fanout();
    private final Bus bus = new Bus();
    private final WorkBoard work = new WorkBoard(fanout, new ManualClock(NOW), bus);
    private List<String> words = List.of();
    private List<String> muted = List.of();

    @AfterEach
    void close() {
        bus.close();
        fanout.close();
    }

    @Test
    void receiversChannelsTimersAndMutesStandThereByName() {
        show(YAML, nobody(), Map.of("severity", "critical", "component", "security"));
        assertThat(words)
                .contains("Paged: PagerDuty on-call · Slack #incidents · Email security@example.org")
                .contains("security_team", "on-call", "PagerDuty on-call", "Email security@example.org")
                .contains("muted now by night until 22 Nov 04:00")
                .contains("all alerts together · first after 30s, news every 5m, again after 1h");
    }

    @Test
    void anAlertThatIsMutedOnOneOfItsRoutesIsNotSaidToTellNobody() {
        muted = List.of("night");
        show(YAML, nobody(), Map.of("severity", "critical", "component", "security"));
        assertThat(words)
                .contains("It is muted on 1 of its 2 routes: by the others people are told.")
                .noneMatch(word -> word.contains("nobody is told"));
        show(YAML, nobody(), Map.of("severity", "critical"));
        assertThat(words).contains("It is muted: while that lasts, nobody is told.");
    }

    @Test
    void theWayOfTheAlertIsLitWithTheReasons() {
        show(YAML, nobody(), Map.of("severity", "critical"));
        assertThat(words)
                .contains("takes every alert, a route below takes it", "all matchers hold")
                .contains("component=\"security\" does not hold: the alert has no component");
    }

    @Test
    void withoutAPagingReceiverNobodyIsSaidToBePaged() {
        show(YAML, nobody(), Map.of("severity", "info"));
        assertThat(words).contains("Told, nobody paged: Slack #ops");
    }

    @Test
    void whatPrometheusDoesNotSayIsUnknownNeverGreen() {
        show(YAML, nobody(), Map.of("severity", "critical"));
        assertThat(words)
                .contains("not known whether it arrives")
                .contains("Whether it arrives is not known: no Prometheus of eu is configured.");
        show(YAML, watcher(query -> Fetched.failure(new SourceError.Unreachable("p:9090", "refused"))), Map.of());
        assertThat(words).anyMatch(word -> word.startsWith("Whether it arrives is not known: prom does not say:"));
    }

    @Test
    void aChannelThatFailsSaysSinceWhen() {
        show(YAML, watcher(WhoIsToldPaneTests::failing), Map.of("severity", "critical"));
        assertThat(words)
                .anyMatch(word -> word.startsWith("failing since 22 Nov 03:2"))
                .contains("not known: Prometheus has no count of slack notifications");
    }

    @Test
    void itIsDrawnInBothThemes() {
        Labels cause = Labels.of(Map.of("alertname", "ClusterDown"));
        WhoIsToldPane pane = show(
                YAML,
                watcher(WhoIsToldPaneTests::failing),
                Map.of("severity", "critical", "component", "security", "alertname", "StorageLatencyHigh"),
                List.of(cause.fingerprint()),
                cause);
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            Image image = Shots.take("who-is-told", (Region) pane.view(), theme, 520, 900, view -> {});
            assertThat(image.getWidth()).isEqualTo(520);
        }
    }

    @Test
    void theInhibitorIsNamedWithItsRuleAndOthersMayExist() {
        Labels cause = Labels.of(Map.of("alertname", "ClusterDown"));
        show(YAML, nobody(), Map.of("severity", "critical"), List.of(cause.fingerprint()), cause);
        assertThat(words)
                .contains("Inhibited by ClusterDown (" + cause.fingerprint() + "); others may exist.")
                .contains("while {alertname=\"ClusterDown\"}", "with equal cluster")
                .contains("It is inhibited: while that lasts, nobody is told.");
    }

    @Test
    void aConfigurationThatCannotBeReadIsSaidAndNotEmpty() {
        show("route: [", nobody(), Map.of());
        assertThat(words).anyMatch(word -> word.startsWith("Who is told is not known: eu shows a configuration"));
        show("", nobody(), Map.of());
        assertThat(words).anyMatch(word -> word.startsWith("No member of eu has shown its configuration"));
    }

    private void show(String yaml, DeliveryReader reader, Map<String, String> labels) {
        show(yaml, reader, labels, List.of());
    }

    private WhoIsToldPane show(
            String yaml,
            DeliveryReader reader,
            Map<String, String> labels,
            List<String> inhibitedBy,
            Labels... others) {
        List<MemberAlert> alerts = new ArrayList<>();
        alerts.add(alert(Labels.of(labels), inhibitedBy));
        for (Labels other : others) {
            alerts.add(alert(other, List.of()));
        }
        var member = new MemberAnswer("m:9093", "0.34.2", NOW, "ready", List.of(), yaml, alerts, List.of());
        AlertBoard board =
                AlertBoard.of(List.of(new ClusterAnswer("eu", List.of(member), Map.of())), SeverityMap.DEFAULT);
        Alert alert = board.withFingerprint(alerts.getFirst().fingerprint()).getFirst();
        var pane = new WhoIsToldPane(new RoutingBook(), reader, work, ZoneOffset.UTC);
        Toolkit.run(() -> {
            pane.show(alert, board, NOW);
        });
        await().untilAsserted(() -> {
            assertThat(work.running()).isEmpty();
            words = Toolkit.call(() -> words((Parent) ((ScrollPane) pane.view()).getContent()));
            assertThat(words).isNotEmpty().noneMatch(word -> word.contains("has not answered yet"));
        });
        return pane;
    }

    private MemberAlert alert(Labels labels, List<String> inhibitedBy) {
        return new MemberAlert(
                labels,
                Map.of(),
                NOW.minusSeconds(60),
                NOW.plusSeconds(300),
                NOW,
                inhibitedBy.isEmpty() ? "active" : "suppressed",
                List.of(),
                inhibitedBy,
                muted,
                List.of("ops"),
                "");
    }

    private static DeliveryReader nobody() {
        return new DeliveryReader(Map.of());
    }

    private static DeliveryReader watcher(Function<String, Fetched<QueryResult>> query) {
        return new DeliveryReader(Map.of("eu", List.of(new DeliveryReader.Watcher("prom", query))));
    }

    /// PagerDuty fails since ten minutes; nothing else is counted.
    private static Fetched<QueryResult> failing(String query) {
        List<Point> points = new ArrayList<>();
        for (int minute = 60; minute >= 0; minute--) {
            double time = NOW.minus(Duration.ofMinutes(minute)).getEpochSecond();
            points.add(new Point(time, query.contains("[1h:1m]") && minute > 10 ? "0" : "3"));
        }
        var series = new Series(Labels.of(Map.of("integration", "pagerduty")), points);
        var result = new QueryResult(QueryResult.Type.MATRIX, List.of(series), List.of(), List.of());
        return new Fetched.Answer<>(result, new Contact("3", "", Duration.ZERO, null, null, List.of()));
    }

    private static List<String> words(Parent root) {
        List<String> found = new ArrayList<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            if (child instanceof Labeled labeled) {
                found.add(labeled.getText());
            } else if (child instanceof Parent parent) {
                found.addAll(words(parent));
            }
        }
        return found;
    }
}
