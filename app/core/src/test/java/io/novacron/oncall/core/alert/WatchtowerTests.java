package io.novacron.oncall.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.settings.Watchdog;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.source.SourceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchtowerTests {

    private static final Instant START = Instant.parse("2026-11-23T03:00:00Z");
    private static final Labels A = watchdogOf("eu-a");
    private static final Labels B = watchdogOf("eu-b");

    private final Watchtower tower = new Watchtower(
            List.of(new Watchdog(List.of(Matcher.equal("alertname", "Watchdog")), Duration.ofMinutes(5))));
    private Instant now = START;

    @Test
    void aPrometheusThatStopsIsNamedThoughAnotherIsStillHeard() {
        assertThat(look(cluster("eu", member("am1", A, B)))).isEmpty();
        now = START.plusSeconds(301);
        assertThat(look(cluster("eu", member("am1", B))))
                .containsExactly(
                        "watchdog {alertname=\"Watchdog\"} in eu of prometheus=\"eu-a\" was last heard 301 s ago,"
                                + " limit 300 s");
        assertThat(look(cluster("eu", member("am1", A, B)))).isEmpty();
    }

    @Test
    void aClusterThatHearsNoneIsNamedThoughAnotherClusterHearsTheSame() {
        assertThat(look(cluster("eu", member("am1", A)), cluster("us", member("am9", A))))
                .isEmpty();
        now = START.plusSeconds(660);
        assertThat(look(cluster("eu", member("am1", A)), cluster("us", member("am9"))))
                .singleElement()
                .asString()
                .contains(" in us ")
                .contains("660 s ago");
    }

    @Test
    void aMemberThatHearsNoneIsNamedThoughTheOtherDoes() {
        assertThat(look(cluster("eu", member("am1", A), member("am2", A)))).isEmpty();
        now = START.plusSeconds(400);
        assertThat(look(cluster("eu", member("am1", A), member("am2"))))
                .singleElement()
                .asString()
                .contains("last heard by am2 400 s ago");
    }

    @Test
    void aMemberThatDoesNotAnswerIsItsSourcesDoubtAndNotTheWatchdogs() {
        look(cluster("eu", member("am1", A), member("am2", A)));
        now = START.plusSeconds(400);
        ClusterAnswer half = new ClusterAnswer(
                "eu", List.of(member("am1", A)), Map.of("am2", new SourceError.Unreachable("am2", "refused")));
        assertThat(look(half)).isEmpty();
    }

    @Test
    void aMemberThatWasRestartedHasTheLimitToHearItAgain() {
        look(cluster("eu", member("am1", A), member("am2", A)));
        now = START.plusSeconds(300);
        assertThat(look(cluster("eu", member("am1"), member("am2", A)))).isEmpty();
    }

    @Test
    void whereNoneIsListedAnyMoreItDoesNotFire() {
        look(cluster("eu", member("am1", A, B)));
        assertThat(look(cluster("eu", member("am1"))))
                .containsExactly("watchdog {alertname=\"Watchdog\"} does not fire");
    }

    @Test
    void oneThatGrowsOldOnTheSameAnswerIsNamed() {
        ClusterAnswer answer = cluster("eu", member("am1", A));
        assertThat(look(answer)).isEmpty();
        now = START.plusSeconds(301);
        assertThat(look(answer)).hasSize(1);
    }

    private List<String> look(ClusterAnswer... answers) {
        return tower.look(List.of(answers), now).doubts();
    }

    private static ClusterAnswer cluster(String name, MemberAnswer... members) {
        return new ClusterAnswer(name, List.of(members), Map.of());
    }

    private MemberAnswer member(String name, Labels... watchdogs) {
        List<MemberAlert> alerts = new ArrayList<>();
        for (Labels labels : watchdogs) {
            alerts.add(new MemberAlert(
                    labels,
                    Map.of(),
                    START.minusSeconds(9_000),
                    now.plusSeconds(240),
                    now,
                    "active",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    ""));
        }
        return new MemberAnswer(name, "0.34.2", START.minusSeconds(9_999), "ready", List.of(), "", alerts, List.of());
    }

    private static Labels watchdogOf(String prometheus) {
        return Labels.of(Map.of("alertname", "Watchdog", "severity", "none", "prometheus", prometheus));
    }
}
