package io.novacron.oncall.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.fault.FaultRow;
import io.novacron.oncall.core.settings.Watchdog;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VerdictTests {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Watchdog WATCHDOG =
            new Watchdog(List.of(Matcher.equal("alertname", "Watchdog")), Duration.ofMinutes(5));

    @Test
    void allClearNeedsEverySourceLiveAndTheWatchdogHeard() {
        assertThat(verdict(List.of(live()), List.of(WATCHDOG), watchdog(60)).allClear())
                .isTrue();
    }

    @Test
    void withADoubtMoreItIsNotAllClear() {
        Verdict clear = verdict(List.of(live()), List.of(WATCHDOG), watchdog(60));
        assertThat(clear.doubted(List.of())).isEqualTo(clear);
        Verdict doubted = clear.doubted(List.of("1 alert fires in Prometheus and in no Alertmanager: nobody is paged"));
        assertThat(doubted.word()).isEqualTo(Verdict.Word.UNKNOWN);
        assertThat(doubted.doubts())
                .containsExactly("1 alert fires in Prometheus and in no Alertmanager: nobody is paged");
    }

    @Test
    void withoutAWatchdogItIsUnknown() {
        Verdict verdict = verdict(List.of(live()), List.of());
        assertThat(verdict.word()).isEqualTo(Verdict.Word.UNKNOWN);
        assertThat(verdict.doubts()).containsExactly("no watchdog configured");
    }

    @FaultRow("F69 a watchdog is missing or old: named with its age and limit, never ALL CLEAR")
    void aWatchdogThatIsOldOrGoneIsNamed() {
        assertThat(verdict(List.of(live()), List.of(WATCHDOG), watchdog(660)).doubts())
                .singleElement()
                .asString()
                .contains("Watchdog")
                .contains("660 s ago")
                .contains("limit 300 s");
        assertThat(verdict(List.of(live()), List.of(WATCHDOG)).doubts())
                .singleElement()
                .asString()
                .contains("does not fire");
    }

    @Test
    void aSourceThatIsNotLiveIsNamedWithItsReason() {
        Verdict verdict = verdict(List.of(live(), status(SourceState.DENIED)), List.of(WATCHDOG), watchdog(10));
        assertThat(verdict.word()).isEqualTo(Verdict.Word.UNKNOWN);
        assertThat(verdict.doubts()).containsExactly("src is DENIED: because");
    }

    @Test
    void anAcknowledgedOrUnknownSeverityStandsInTheWayAndALowOneDoesNot() {
        List<SourceStatus> sources = List.of(live());
        assertThat(verdict(sources, List.of(WATCHDOG), watchdog(10), alert("X", "", "active", 10))
                        .word())
                .isEqualTo(Verdict.Word.FIRING);
        Verdict low = verdict(sources, List.of(WATCHDOG), watchdog(10), alert("X", "low", "active", 10));
        assertThat(low.allClear()).isTrue();
        assertThat(low.firing()).containsEntry(Severity.S4, 1);
    }

    @Test
    void whatFiresIsSaidEvenWhileASourceIsBlind() {
        Verdict verdict =
                verdict(List.of(status(SourceState.STALE)), List.of(WATCHDOG), alert("X", "critical", "active", 10));
        assertThat(verdict.word()).isEqualTo(Verdict.Word.FIRING);
        assertThat(verdict.worst()).isEqualTo(Severity.S1);
        assertThat(verdict.doubts()).isNotEmpty();
    }

    @FaultRow("F70 quiet alerts are counted beside ALL CLEAR, never absent")
    void silencedAlertsAreCountedBesideAllClear() {
        Verdict verdict = verdict(
                List.of(live()), List.of(WATCHDOG), watchdog(10), alert("X", "critical", "suppressed", 10, "s1"));
        assertThat(verdict.allClear()).isTrue();
        assertThat(verdict.quiet()).containsEntry(AlertState.SILENCED, 1);
    }

    @Test
    void aNewFiringUnderAnOldAcknowledgementIsNotAllClear() {
        MemberAlert again = alert("X", "critical", "suppressed", 10, "ack-1");
        AckRecord ack = new AckRecord(
                "u-1",
                new TreeMap<>(Map.of(again.fingerprint(), NOW.minusSeconds(7_200))),
                List.of("bob"),
                "looking",
                false,
                AckTerm.NONE);
        Silence silence = new Silence(
                "ack-1",
                SilenceState.ACTIVE,
                List.of(Matcher.equal("alertname", "X")),
                NOW.minusSeconds(7_000),
                NOW.plusSeconds(7_000),
                NOW.minusSeconds(7_000),
                "bob",
                ack.annotatedComment(),
                ack.annotations());
        MemberAnswer member = new MemberAnswer(
                "a:1",
                "0.34.2",
                NOW.minusSeconds(9_999),
                "ready",
                List.of(),
                "",
                List.of(watchdog(10), again),
                List.of(silence));
        List<ClusterAnswer> answers = List.of(new ClusterAnswer("eu", List.of(member), Map.of()));
        AlertBoard board = AlertBoard.of(answers, SeverityMap.DEFAULT);
        Verdict verdict = Verdict.of(List.of(live()), board, new Watchtower(List.of(WATCHDOG)).look(answers, NOW));
        assertThat(verdict.quiet()).containsEntry(AlertState.SILENCED, 1);
        assertThat(verdict.word()).isEqualTo(Verdict.Word.UNKNOWN);
        assertThat(verdict.doubts()).containsExactly("X is hidden by an acknowledgement that was not made for it");
    }

    @Test
    void noRandomSituationIsAllClearWithoutProof() {
        long seed = 20261122;
        SplittableRandom random = new SplittableRandom(seed);
        int clear = 0;
        for (int round = 0; round < 20_000; round++) {
            List<SourceStatus> sources = new ArrayList<>();
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                SourceState[] states = SourceState.values();
                sources.add(random.nextInt(4) > 0 ? live() : status(states[random.nextInt(states.length)]));
            }
            long age = random.nextInt(500);
            boolean heard = random.nextInt(4) > 0;
            boolean configured = random.nextInt(8) > 0;
            List<MemberAlert> alerts = new ArrayList<>();
            if (heard) {
                alerts.add(watchdog(age));
            }
            String[] severities = {"critical", "high", "warning", "low", "info", "", "strange"};
            String severity = severities[random.nextInt(severities.length)];
            boolean fires = random.nextInt(3) == 0;
            if (fires) {
                alerts.add(alert("X", severity, random.nextBoolean() ? "active" : "odd", 1));
            }
            Verdict verdict =
                    verdict(sources, configured ? List.of(WATCHDOG) : List.of(), alerts.toArray(MemberAlert[]::new));
            boolean proved = !sources.isEmpty()
                    && sources.stream().allMatch(SourceStatus::live)
                    && configured
                    && heard
                    && age <= 300
                    && !(fires && !severity.equals("low") && !severity.equals("info"));
            assertThat(verdict.allClear()).as("seed %d, round %d", seed, round).isEqualTo(proved);
            clear += proved ? 1 : 0;
        }
        assertThat(clear).as("situations with proof, seed %d", seed).isGreaterThan(500);
    }

    private static Verdict verdict(List<SourceStatus> sources, List<Watchdog> watchdogs, MemberAlert... alerts) {
        MemberAnswer member = new MemberAnswer(
                "a:1", "0.34.2", NOW.minusSeconds(9999), "ready", List.of(), "", List.of(alerts), List.of());
        List<ClusterAnswer> answers = List.of(new ClusterAnswer("eu", List.of(member), Map.of()));
        AlertBoard board = AlertBoard.of(answers, SeverityMap.DEFAULT);
        return Verdict.of(sources, board, new Watchtower(watchdogs).look(answers, NOW));
    }

    private static MemberAlert watchdog(long secondsAgo) {
        return alert("Watchdog", "none", "active", secondsAgo);
    }

    private static MemberAlert alert(String name, String severity, String state, long ago, String... silencedBy) {
        return new MemberAlert(
                Labels.of(Map.of("alertname", name, "severity", severity)),
                Map.of(),
                NOW.minusSeconds(3600),
                NOW.plusSeconds(240),
                NOW.minusSeconds(ago),
                state,
                List.of(silencedBy),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private static SourceStatus live() {
        return status(SourceState.LIVE);
    }

    private static SourceStatus status(SourceState state) {
        return new SourceStatus(
                "src",
                SourceKind.PROMETHEUS,
                "eu",
                List.of(state),
                "because",
                NOW,
                "",
                "",
                null,
                null,
                null,
                Duration.ofSeconds(15));
    }
}
