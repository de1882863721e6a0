package io.novacron.oncall.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AlertMergeTests {

    private static final Instant T0 = Instant.parse("2026-11-22T02:00:00Z");
    private static final Labels LABELS = Labels.of(Map.of("alertname", "Latency", "severity", "Critical"));
    private static final String FINGERPRINT = LABELS.fingerprint();

    @Test
    void theFingerprintIsFnvOverSortedNamesAndValues() {
        assertThat(Labels.of(Map.of()).fingerprint()).isEqualTo("cbf29ce484222325");
        assertThat(FINGERPRINT).hasSize(16);
    }

    @Test
    void activeOnOneMemberBeatsSuppressedOnTheOther() {
        Alert alert = only(
                member("a:1", T0, List.of(alert(T0, "suppressed", "s1"))),
                member("b:1", T0, List.of(alert(T0, "active"))));

        assertThat(alert.state()).isEqualTo(AlertState.FIRING);
        assertThat(alert.seenOn()).containsExactly("eu/a:1", "eu/b:1");
        assertThat(alert.severity()).isEqualTo(Severity.S1);
    }

    @Test
    void theEarliestStartWins() {
        Alert alert = only(
                member("a:1", T0, List.of(alert(T0.plusSeconds(600), "active"))),
                member("b:1", T0, List.of(alert(T0, "active"))));

        assertThat(alert.startsAt()).isEqualTo(T0);
    }

    @Test
    void aStartThatOneMemberDoesNotTellIsTakenFromTheOther() {
        Alert alert = only(
                member("a:1", T0, List.of(alert(Instant.EPOCH, "active"))),
                member("b:1", T0, List.of(alert(T0, "active"))));

        assertThat(alert.startsAt()).isEqualTo(T0);
    }

    @Test
    void aWordThatIsNotKnownCountsAsFiring() {
        assertThat(only(member("a:1", T0, List.of(alert(T0, "shelved")))).state())
                .isEqualTo(AlertState.FIRING);
        assertThat(only(member("a:1", T0, List.of(alert(T0, "suppressed")))).state())
                .isEqualTo(AlertState.FIRING);
    }

    @Test
    void anAcknowledgementCountsForItsFiringAlone() {
        Silence ack = ack(T0);
        assertThat(state(ack, T0, T0.minusSeconds(3600))).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(state(ack, T0.minusSeconds(60), T0.minusSeconds(3600))).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(state(ack, T0.plusSeconds(60), T0.minusSeconds(3600))).isEqualTo(AlertState.SILENCED);
    }

    @Test
    void aMemberRestartedSinceMerelyForgotTheEarlierStart() {
        assertThat(state(ack(T0), T0.plusSeconds(60), T0.plusSeconds(120))).isEqualTo(AlertState.ACKNOWLEDGED);
    }

    @Test
    void losingTheMemberWithTheEarliestTimeIsNoRefire() {
        Silence ack = ack(T0);
        MemberAnswer restarted = new MemberAnswer(
                "b:1",
                "0.34.2",
                T0.plusSeconds(700),
                "ready",
                List.of(),
                "",
                List.of(alert(T0.plusSeconds(600), "suppressed", "ack-1")),
                List.of(ack));
        assertThat(only(restarted).state()).isEqualTo(AlertState.ACKNOWLEDGED);
    }

    @Test
    void theAcknowledgementOfAnotherToolIsShownAsClaimed() {
        Silence foreign = new Silence(
                "k1",
                SilenceState.ACTIVE,
                List.of(Matcher.equal("alertname", "Latency")),
                T0.plusSeconds(30),
                T0.plusSeconds(900),
                T0,
                "kim",
                "ACK! looking",
                Map.of());
        Alert alert = only(member("a:1", T0, List.of(alert(T0, "suppressed", "k1")), foreign));

        assertThat(alert.state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(Objects.requireNonNull(alert.ack()).owner()).isEqualTo("kim");
        assertThat(Objects.requireNonNull(alert.ack()).foreign()).isTrue();
        assertThat(Objects.requireNonNull(alert.ack()).comment()).isEqualTo("looking");
    }

    @Test
    void theRecordOfAnAcknowledgementReadsBackWhatWasWritten() {
        AckRecord written = new AckRecord(
                "4f1c",
                new TreeMap<>(Map.of("aa", T0, "bb", T0.plusSeconds(1))),
                List.of("ana", "ben"),
                "disk: full",
                false);
        Silence annotated = silence(written.annotatedComment(), written.annotations());
        Silence plain = silence(written.plainComment(T0), Map.of());

        assertThat(AckRecord.read(annotated)).isEqualTo(written);
        assertThat(AckRecord.read(plain)).isEqualTo(written);
        assertThat(AckRecord.read(silence("maintenance", Map.of()))).isNull();
    }

    @Test
    void aSilenceThatDiffersBetweenMembersIsTheNewestVersion() {
        Silence old = silence("x", Map.of());
        Silence expired = new Silence(
                old.id(),
                SilenceState.EXPIRED,
                old.matchers(),
                old.startsAt(),
                T0,
                old.updatedAt().plusSeconds(5),
                "ana",
                "x",
                Map.of());
        AlertBoard board = board(member("a:1", T0, List.of(), expired), member("b:1", T0, List.of(), old));

        ClusterSilence merged = Objects.requireNonNull(board.silence("eu", old.id()));
        assertThat(merged.silence().state()).isEqualTo(SilenceState.EXPIRED);
        assertThat(merged.seenOn()).containsExactly("eu/a:1", "eu/b:1");
    }

    @Test
    void clustersNeverMerge() {
        ClusterAnswer eu = new ClusterAnswer("eu", List.of(member("a:1", T0, List.of(alert(T0, "active")))), Map.of());
        ClusterAnswer us = new ClusterAnswer("us", List.of(member("c:1", T0, List.of(alert(T0, "active")))), Map.of());

        assertThat(AlertBoard.of(List.of(eu, us), SeverityMap.DEFAULT).withFingerprint(FINGERPRINT))
                .extracting(alert -> alert.key().cluster())
                .containsExactly("eu", "us");
    }

    private static AlertState state(Silence ack, Instant startsAt, Instant memberStarted) {
        return only(member("a:1", memberStarted, List.of(alert(startsAt, "suppressed", "ack-1")), ack))
                .state();
    }

    private static Silence ack(Instant firing) {
        AckRecord ack = new AckRecord(
                "uuid", new TreeMap<>(Map.of(FINGERPRINT, firing)), List.of("ana"), "investigating", false);
        return silence(ack.annotatedComment(), ack.annotations());
    }

    private static Silence silence(String comment, Map<String, String> annotations) {
        return new Silence(
                "ack-1",
                SilenceState.ACTIVE,
                List.of(Matcher.equal("alertname", "Latency")),
                T0.plusSeconds(30),
                T0.plusSeconds(900),
                T0.plusSeconds(30),
                "ana",
                comment,
                annotations);
    }

    private static MemberAlert alert(Instant startsAt, String state, String... silencedBy) {
        return new MemberAlert(
                LABELS,
                Map.of(),
                startsAt,
                startsAt.plusSeconds(300),
                startsAt,
                state,
                List.of(silencedBy),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private static MemberAnswer member(String name, Instant started, List<MemberAlert> alerts, Silence... silences) {
        return new MemberAnswer(name, "0.34.2", started, "ready", List.of(), "", alerts, List.of(silences));
    }

    private static AlertBoard board(MemberAnswer... members) {
        return AlertBoard.of(List.of(new ClusterAnswer("eu", List.of(members), Map.of())), SeverityMap.DEFAULT);
    }

    private static Alert only(MemberAnswer... members) {
        List<Alert> alerts = board(members).alerts();
        assertThat(alerts).hasSize(1);
        return alerts.getFirst();
    }
}
