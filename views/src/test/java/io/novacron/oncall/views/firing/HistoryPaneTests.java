package io.novacron.oncall.views.firing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.firing.AlertHistory;
import io.novacron.oncall.core.firing.FiringHistory;
import io.novacron.oncall.core.firing.PastAlert;
import io.novacron.oncall.core.firing.Run;
import io.novacron.oncall.core.firing.SeenLog;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.themes.Theme;
import io.novacron.oncall.views.alert.NightShift;
import io.novacron.oncall.views.estate.Shots;
import io.novacron.oncall.views.fx.Toolkit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.layout.Region;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryPaneTests {
    private static final Instant NOW = NightShift.NOW;

    private final NightShift night = new NightShift(Role.RESPONDER).busy();
    private final SeenLog seen = new SeenLog();
    private final List<String> again = new ArrayList<>();

    @AfterEach
    void close() {
        night.close();
    }

    @Test
    void whenItFiredBeforeStandsThereLatestFirst() {
        Alert alert = alert("HttpLatencyP99");
        answer(
                alert,
                new AlertHistory(
                        List.of(),
                        List.of(run(7_200, 5_400), new Run(NOW.minusSeconds(600), null, false)),
                        1,
                        "prom-eu"));
        HistoryPane pane = open(alert);
        says(
                pane,
                text -> assertThat(text)
                        .contains(
                                "It began 2 times in 7 days, as prom-eu tells, to 5m.", "until 22 Nov 01:11  (30 min)")
                        .contains("It neither began nor ended in that time.")
                        .containsSubsequence("22 Nov 02:31", "22 Nov 00:41"));
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            assertThat(Shots.take("history", (Region) pane.view(), theme, 480, 700, view -> {})
                            .getWidth())
                    .isEqualTo(480);
        }
    }

    @Test
    void aPrometheusThatDoesNotAnswerOrHasNoSeriesIsNoQuietPast() {
        Alert alert = alert("HttpLatencyP99");
        says(
                open(alert),
                text -> assertThat(text)
                        .contains("When it fired before is not known.", "connection refused")
                        .doesNotContain("0 times"));
        answer(alert, new AlertHistory(List.of(), List.of(), 0, ""));
        says(
                open(alert),
                text -> assertThat(text)
                        .contains("No Prometheus of this console has a series of this alert")
                        .doesNotContain("0 times"));
    }

    @Test
    void anEndedSilenceThatHitItStandsThereWithWhoAndWhyAndCanBeMadeAgain() {
        Alert alert = alert("NodeFilesystemFillsUp");
        night.eu.expire("am-eu-1:9093", alert.silencedBy().getFirst());
        night.poll();
        Alert now = alert("NodeFilesystemFillsUp");
        HistoryPane pane = open(now);
        says(
                pane,
                text -> assertThat(text)
                        .contains("ENDED SILENCES THAT HIT IT (1)", "chris (claimed)", "disk swap planned, CHG-4711")
                        .contains("Silence again…", "{alertname=\"NodeFilesystemFillsUp\"}"));
        says(open(alert("HttpLatencyP99")), text -> assertThat(text).contains("ENDED SILENCES THAT HIT IT (0)"));
    }

    @Test
    void whatTheConsoleSawBeginIsTold() {
        Alert alert = alert("HttpLatencyP99");
        Set<String> whole = Set.of("eu-west", "us-east");
        seen.observe(AlertBoard.EMPTY, whole, NOW.minusSeconds(120));
        seen.observe(night.monitor.alerts(), whole, NOW.minusSeconds(60));
        says(open(alert), text -> assertThat(text).contains("began, Sun 22 Nov 02:40:07 UTC"));
    }

    @Test
    void resolvedIsOnlyWhatWasSeenToEnd() {
        Labels over = Labels.of(Map.of("alertname", "Over"));
        Labels unknown = Labels.of(Map.of("alertname", "Unknown"));
        List<PastAlert> past = List.of(
                new PastAlert(over, new AlertHistory(List.of(), List.of(run(900, 600)), 1, "prom-eu")),
                new PastAlert(
                        unknown,
                        new AlertHistory(
                                List.of(), List.of(new Run(NOW.minusSeconds(900), null, false)), 1, "prom-eu")));
        assertThat(Resolved.of(past, List.of(), AlertBoard.EMPTY))
                .extracting(Resolved::name)
                .containsExactly("Over");
        assertThat(Resolved.open(past)).isEqualTo(1);
        Alert own = alert("HttpLatencyP99");
        List<SeenLog.Ended> ended = List.of(new SeenLog.Ended(own, NOW));
        assertThat(Resolved.of(past, ended, AlertBoard.EMPTY))
                .extracting(Resolved::name)
                .containsExactly("HttpLatencyP99", "Over");
        assertThat(Resolved.seen(ended, night.monitor.alerts())).isEmpty();
    }

    private Alert alert(String name) {
        return night.monitor.alerts().alerts().stream()
                .filter(one -> one.name().equals(name) && one.key().cluster().equals("eu-west"))
                .findFirst()
                .orElseThrow();
    }

    private void answer(Alert alert, AlertHistory history) {
        night.past.set(new Fetched.Answer<>(
                new FiringHistory(
                        NOW.minus(HistoryPane.SPAN),
                        NOW,
                        Duration.ofMinutes(5),
                        Map.of(alert.key(), history),
                        List.of(),
                        List.of()),
                new Contact("3.8.1", "", Duration.ZERO, null, null, List.of())));
    }

    private static Run run(long from, long until) {
        return new Run(NOW.minusSeconds(from), NOW.minusSeconds(until), false);
    }

    private HistoryPane open(Alert alert) {
        HistoryPane pane = Toolkit.call(() -> new HistoryPane(
                night.firing().history(),
                seen,
                night.worker,
                ZoneOffset.UTC,
                (matchers, node) -> again.add(Matcher.toText(matchers))));
        Toolkit.run(() -> pane.show(alert, night.monitor.alerts(), NOW));
        return pane;
    }

    private void says(HistoryPane pane, ThrowingConsumer<String> assertion) {
        await().untilAsserted(() -> {
            assertThat(night.work.running()).isEmpty();
            assertion.accept(Toolkit.call(() -> Words.of(pane.view())));
        });
    }
}
