package io.novacron.oncall.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Realarm.Reason;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.source.SourceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every row of the table in alerts guide §4.5, from look to look. */
class RealarmsTests {

    private static final Instant T0 = Instant.parse("2026-11-22T03:00:00Z");
    private static final Instant ACKED = T0.plusSeconds(300);
    private static final Labels WARNING = Labels.of(Map.of("alertname", "Latency", "severity", "warning"));
    private static final Labels CRITICAL = Labels.of(Map.of("alertname", "Latency", "severity", "critical"));

    private final List<MemberAlert> alerts = new ArrayList<>();
    private final List<Silence> silences = new ArrayList<>();
    private Set<String> endedHere = Set.of();
    private Map<String, SourceError> silent = Map.of();
    private Instant memberStart = T0.minus(Duration.ofDays(1));
    private Realarms realarms = Realarms.NONE;

    @Test
    void whatIsAcknowledgedAndQuietDoesNotAlarm() {
        fire(WARNING, T0, "ack-1");
        silences.add(active("ack-1", WARNING, T0));

        assertThat(look(ACKED)).isEmpty();
    }

    @Test
    void aLaterFiringBehindTheSameSilenceAlarms() {
        fire(WARNING, T0, "ack-1");
        silences.add(active("ack-1", WARNING, T0));
        look(ACKED);
        alerts.clear();
        fire(WARNING, ACKED.plusSeconds(200), "ack-1");

        assertThat(look(ACKED.plusSeconds(210))).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Reason.FIRED_AGAIN);
            assertThat(one.since()).isEqualTo(ACKED.plusSeconds(200));
            assertThat(one.text()).contains("ana");
            assertThat(one.reason().rings()).isTrue();
        });
    }

    @Test
    void theSameStartBackWithinFiveMinutesIsCountedAndDoesNotAlarm() {
        silences.add(active("ack-1", WARNING, T0));
        for (int i = 0; i < 3; i++) {
            alerts.clear();
            fire(WARNING, T0, "ack-1");
            assertThat(look(ACKED.plusSeconds(i * 60L))).isEmpty();
            alerts.clear();
            assertThat(look(ACKED.plusSeconds(i * 60L + 30))).isEmpty();
        }

        assertThat(realarms.flaps(key(WARNING))).isEqualTo(2);
    }

    @Test
    void aHigherSeverityOfTheSameLabelsAlarmsAlthoughItsSiblingIsAcknowledged() {
        fire(WARNING, T0, "ack-1");
        silences.add(active("ack-1", WARNING, T0));
        look(ACKED);
        fire(CRITICAL, ACKED.plusSeconds(5));

        assertThat(look(ACKED.plusSeconds(15))).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo(key(CRITICAL));
            assertThat(one.reason()).isEqualTo(Reason.SEVERITY_ROSE);
            assertThat(one.text()).contains("S3").contains("S1").contains("ana");
        });
    }

    @Test
    void aHigherSeverityAlarmsAlsoWhereItTookThePlaceOfTheAcknowledgedOne() {
        fire(WARNING, T0, "ack-1");
        silences.add(active("ack-1", WARNING, T0));
        look(ACKED);
        alerts.clear();
        fire(CRITICAL, ACKED.plusSeconds(5));

        assertThat(look(ACKED.plusSeconds(15))).extracting(Realarm::reason).containsExactly(Reason.SEVERITY_ROSE);
    }

    @Test
    void aLowerSeverityAndOneThatIsQuietItselfDoNotAlarm() {
        fire(CRITICAL, T0, "ack-1");
        silences.add(active("ack-1", CRITICAL, T0));
        fire(WARNING, ACKED);
        assertThat(look(ACKED.plusSeconds(15))).isEmpty();

        alerts.clear();
        silences.clear();
        fire(WARNING, T0, "ack-2");
        silences.add(active("ack-2", WARNING, T0));
        fire(CRITICAL, ACKED, "planned");
        assertThat(look(ACKED.plusSeconds(30))).isEmpty();
    }

    @Test
    void anAcknowledgementThatRanOutAlarmsAlsoOnAConsoleThatHasJustStarted() {
        fire(WARNING, T0);
        silences.add(expired("ack-1", WARNING, ACKED.plusSeconds(900), ACKED));

        assertThat(look(ACKED.plusSeconds(1_000))).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Reason.RAN_OUT);
            assertThat(one.since()).isEqualTo(ACKED.plusSeconds(900));
        });
        assertThat(look(ACKED.plus(Duration.ofHours(13)))).isEmpty();
    }

    @Test
    void oneThatRanOutAfterARestartForgotTheStartDoes() {
        memberStart = ACKED.plusSeconds(960);
        fire(WARNING, ACKED.plusSeconds(950));
        silences.add(expired("ack-1", WARNING, ACKED.plusSeconds(900), ACKED));

        assertThat(look(ACKED.plusSeconds(1_000)))
                .singleElement()
                .extracting(Realarm::reason)
                .isEqualTo(Reason.RAN_OUT);
    }

    @Test
    void oneThatRanOutOnAnEarlierFiringDoesNot() {
        fire(WARNING, ACKED.plusSeconds(950));
        silences.add(expired("ack-1", WARNING, ACKED.plusSeconds(900), ACKED));

        assertThat(look(ACKED.plusSeconds(1_000))).isEmpty();
    }

    @Test
    void oneThatAnotherHandEndedAlarmsUntilItIsAcknowledgedAgain() {
        fire(WARNING, T0, "ack-1");
        silences.add(active("ack-1", WARNING, T0));
        look(ACKED);
        alerts.clear();
        silences.clear();
        fire(WARNING, T0);
        Instant end = ACKED.plusSeconds(60);
        silences.add(expired("ack-1", WARNING, end, end));

        assertThat(look(ACKED.plusSeconds(75))).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Reason.ENDED_ELSEWHERE);
            assertThat(one.since()).isEqualTo(end);
        });
        assertThat(look(ACKED.plusSeconds(90))).hasSize(1);
        alerts.clear();
        fire(WARNING, T0, "ack-2");
        silences.add(active("ack-2", WARNING, T0));
        assertThat(look(ACKED.plusSeconds(105))).isEmpty();
    }

    @Test
    void oneThatThisConsoleEndedDoesNot() {
        fire(WARNING, T0, "ack-1");
        silences.add(active("ack-1", WARNING, T0));
        look(ACKED);
        alerts.clear();
        silences.clear();
        fire(WARNING, T0);
        silences.add(expired("ack-1", WARNING, ACKED.plusSeconds(60), ACKED.plusSeconds(60)));
        endedHere = Set.of("ack-1");

        assertThat(look(ACKED.plusSeconds(75))).isEmpty();
    }

    @Test
    void oneThatNoServerHoldsAnyMoreAlarmsOnceEveryMemberSaidSo() {
        fire(WARNING, T0, "ack-1");
        silences.add(active("ack-1", WARNING, T0));
        look(ACKED);
        alerts.clear();
        silences.clear();
        fire(WARNING, T0);
        silent = Map.of("b:9093", new SourceError.Unreachable("b:9093", "refused"));

        assertThat(look(ACKED.plusSeconds(15))).isEmpty();
        silent = Map.of();
        assertThat(look(ACKED.plusSeconds(30)))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).contains("lost"));
    }

    @Test
    void aCriticalAlertThatAnAcknowledgementHidesWithoutNamingItAlarmsAtOnce() {
        fire(WARNING, T0, "ack-1");
        fire(CRITICAL, ACKED.plusSeconds(5), "ack-1");
        silences.add(active("ack-1", WARNING, T0));

        assertThat(look(ACKED.plusSeconds(15))).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo(key(CRITICAL));
            assertThat(one.reason()).isEqualTo(Reason.CRITICAL_HIDDEN);
            assertThat(one.reason().rings()).isTrue();
        });
    }

    @Test
    void othersThatItHidesAreCountedInOneLine() {
        fire(WARNING, T0, "ack-1");
        fire(WARNING.with("pod", "a"), ACKED.plusSeconds(5), "ack-1");
        fire(WARNING.with("pod", "b"), ACKED.plusSeconds(6), "ack-1");
        silences.add(active("ack-1", WARNING, T0));

        assertThat(look(ACKED.plusSeconds(15))).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Reason.SCOPE_GREW);
            assertThat(one.text()).startsWith("2 new alerts are hidden");
            assertThat(one.reason().rings()).isFalse();
        });
    }

    @Test
    void tenMinutesBeforeItEndsForGoodItsOwnersAreReminded() {
        fire(WARNING, T0, "ack-1");
        Instant limit = T0.plus(Duration.ofHours(8));
        silences.add(active("ack-1", WARNING, T0, new AckTerm("c", T0.plusSeconds(720), limit, "")));

        assertThat(look(limit.minusSeconds(601))).isEmpty();
        assertThat(look(limit.minusSeconds(600))).extracting(Realarm::reason).containsExactly(Reason.EXPIRES_SOON);
    }

    @Test
    void memoryStaysBoundedHoweverManyAcknowledgementsThereAre() {
        for (int i = 0; i < 3_000; i++) {
            Labels labels = WARNING.with("n", String.valueOf(i));
            fire(labels, T0, "ack-" + i);
            silences.add(active("ack-" + i, labels, T0));
        }
        look(ACKED);
        alerts.replaceAll(alert -> alert(alert.labels(), T0));
        silences.replaceAll(one -> expired(one.id(), WARNING, ACKED, ACKED));

        assertThat(look(ACKED.plusSeconds(15))).hasSizeLessThanOrEqualTo(1_000).isNotEmpty();
    }

    private List<Realarm> look(Instant now) {
        ClusterAnswer answer = new ClusterAnswer(
                "eu",
                List.of(new MemberAnswer(
                        "a:9093",
                        "0.34.2",
                        memberStart,
                        "ready",
                        List.of(),
                        "",
                        List.copyOf(alerts),
                        List.copyOf(silences))),
                silent);
        realarms = realarms.next(new AckSight(
                List.of(answer), AlertBoard.of(List.of(answer), SeverityMap.DEFAULT), endedHere, Set.of(), "ana", now));
        return realarms.current();
    }

    private static AlertKey key(Labels labels) {
        return new AlertKey("eu", labels.fingerprint());
    }

    private void fire(Labels labels, Instant start, String... silencedBy) {
        alerts.add(alert(labels, start, silencedBy));
    }

    private static MemberAlert alert(Labels labels, Instant start, String... silencedBy) {
        return new MemberAlert(
                labels,
                Map.of(),
                start,
                start.plusSeconds(300),
                start,
                silencedBy.length == 0 ? "active" : "suppressed",
                List.of(silencedBy),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private static Silence active(String id, Labels labels, Instant firing) {
        return active(id, labels, firing, AckTerm.NONE);
    }

    private static Silence active(String id, Labels labels, Instant firing, AckTerm term) {
        return silence(id, SilenceState.ACTIVE, labels, firing, T0.plus(Duration.ofDays(1)), ACKED, term);
    }

    private static Silence expired(String id, Labels labels, Instant end, Instant updated) {
        return silence(id, SilenceState.EXPIRED, labels, T0, end, updated, AckTerm.NONE);
    }

    private static Silence silence(
            String id, SilenceState state, Labels labels, Instant firing, Instant end, Instant updated, AckTerm term) {
        AckRecord ack = new AckRecord(
                "uuid-" + id,
                new TreeMap<>(Map.of(labels.fingerprint(), firing)),
                List.of("ana"),
                "investigating",
                false,
                term);
        return new Silence(
                id,
                state,
                List.of(Matcher.equal("alertname", "Latency")),
                ACKED,
                end,
                updated,
                "ana",
                ack.annotatedComment(),
                ack.annotations());
    }
}
