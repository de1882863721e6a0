package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.journal.MemoryJournal;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an action must not claim, and must not do twice, when things go wrong beside it. */
class ActionTruthTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final HurriedClock clock = new HurriedClock();
    private final FakeCluster cluster = new FakeCluster(clock);
    private final Bus bus = new Bus();
    private final LadderLog log = new LadderLog(bus);
    private final Fanout fanout = new Fanout();

    @AfterEach
    void end() {
        fanout.close();
        bus.close();
    }

    @Test
    void whatIsLeftOfAnEarlierFiringIsNotJoined() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        theirs(keys(clock.now().minusSeconds(7200), latency), HOUR, Matcher.equal("alertname", "Latency"));

        Ladder ladder = only(acknowledge("ana", HOUR, latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.silenceId()).isEqualTo("id-001");
        assertThat(cluster.active(FakeCluster.A)).extracting(Silence::id).contains("id-001");
    }

    @Test
    void whatHitsOnlySomeOfTheAlertsIsNotJoinedForAll() throws InterruptedException {
        String plain = cluster.fire("alertname", "Latency");
        String pod = cluster.fire("alertname", "Latency", "pod", "api-1");
        atTheSameMoment(() -> theirs(
                keys(clock.now().minusSeconds(60), pod),
                HOUR,
                Matcher.equal("alertname", "Latency"),
                Matcher.equal("pod", "api-1")));

        Ladder ladder = only(acknowledge("ana", HOUR, plain, pod));

        assertThat(ladder.silenceId()).isEqualTo("id-001");
        assertThat(cluster.active(FakeCluster.A)).extracting(Silence::id).contains("id-001");
    }

    @Test
    void joiningAtTheSameMomentKeepsTheHoldThatWasAskedFor() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        atTheSameMoment(
                () -> theirs(keys(clock.now().minusSeconds(60), latency), HOUR, Matcher.equal("alertname", "Latency")));

        Ladder ladder = only(acknowledge("ana", HOUR.multipliedBy(4), latency));

        assertThat(ladder.silenceId()).isEqualTo("id-000");
        assertThat(ladder.detail()).startsWith("2/2");
        assertThat(cluster.active(FakeCluster.A).getFirst().endsAt())
                .isAfter(clock.now().plus(HOUR.multipliedBy(3)));
    }

    @Test
    void whereJoiningAtTheSameMomentFailsOnesOwnStillHoldsAndIsSaidSo() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        atTheSameMoment(() -> {
            theirs(keys(clock.now().minusSeconds(60), latency), HOUR, Matcher.equal("alertname", "Latency"));
            cluster.unreadable.addAll(cluster.members());
        });

        Ladder ladder = only(acknowledge("ana", HOUR, latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.silenceId()).isEqualTo("id-001");
        assertThat(ladder.detail()).contains("id-000 stands beside it");
    }

    @Test
    void besideTheClaimOfAnotherToolThereIsOneAcknowledgementHoweverOftenItIsAskedFor() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        place("aaa", "kim", "ACK! looking", Map.of(), HOUR, Matcher.equal("alertname", "Latency"));

        acknowledge("ana", HOUR, latency);
        acknowledge("ben", HOUR, latency);

        assertThat(cluster.active(FakeCluster.A)).extracting(Silence::id).containsExactlyInAnyOrder("aaa", "id-001");
        assertThat(cluster.posts).as("one to begin, one to join").hasSize(2);
    }

    @Test
    void anAcknowledgementThatCannotBeReadIsNotSaidToHaveEnded() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        acknowledge("ana", HOUR, latency);
        cluster.unreadable.addAll(cluster.members());

        Ladder ladder = only(acknowledge("ben", HOUR, latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ladder.detail()).contains("cannot be read").doesNotContain("ended");
    }

    @Test
    void anEffectOnAnAlertThatNobodyListsIsNotSeen() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        atTheSameMoment(cluster::resolveAll);

        Ladder ladder = only(acknowledge("ana", HOUR, latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(ladder.detail()).contains("not listed any more");
    }

    @Test
    void whatIsCancelledOnTheWayEndsInTheLogAsUnknown() {
        String latency = cluster.fire("alertname", "Latency");
        atTheSameMoment(Thread.currentThread()::interrupt);

        assertThatThrownBy(() -> acknowledge("ana", HOUR, latency)).isInstanceOf(InterruptedException.class);

        assertThat(log.ladders()).extracting(Ladder::outcome).containsExactly(Outcome.UNKNOWN);
        assertThat(log.ladders().getFirst().detail()).contains("cancelled");
    }

    @Test
    void aMemberThatDiedAfterTheFirstLookMayHaveTakenIt() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        cluster.breakNextPost = true;
        cluster.listings = 1;

        Ladder ladder = only(acknowledge("ana", HOUR, latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(cluster.posts).isEmpty();
    }

    @Test
    void noSilenceIsMadeWhereNobodyCanCountWhatItHits() throws InterruptedException {
        cluster.fire("alertname", "Disk", "severity", "critical");
        cluster.blind.addAll(cluster.members());

        Ladder ladder = only(silence(HOUR, null, Matcher.equal("severity", "critical")));

        assertThat(ladder.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ladder.detail()).contains("cannot be counted").contains("a:9093");
        assertThat(cluster.posts).isEmpty();
    }

    @Test
    void untilIsThatMomentHoweverWrongOurClockIs() throws InterruptedException {
        Instant until = clock.now().plus(HOUR);
        cluster.ahead = Duration.ofMinutes(30);

        only(silence(HOUR, until, Matcher.equal("alertname", "None")));

        assertThat(cluster.active(FakeCluster.A)).extracting(Silence::endsAt).containsExactly(until);
    }

    @Test
    void theEndNoticeIsNeverInTheFutureOfAMember() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        acknowledge("ana", HOUR, latency);
        cluster.resolveAll();
        cluster.ahead = Duration.ofMinutes(-30);

        Ladder ladder = only(unacknowledge("ana", latency));

        assertThat(ladder.rearmed()).isTrue();
        assertThat(cluster.resolved.getFirst().endsAt())
                .isBeforeOrEqualTo(clock.now().minus(Duration.ofMinutes(30)));
    }

    @Test
    void givingBackOneOfSeveralAlertsSaysThatItGivesBackAllOfThem() throws InterruptedException {
        String plain = cluster.fire("alertname", "Latency");
        String pod = cluster.fire("alertname", "Latency", "pod", "api-1");
        acknowledge("ana", HOUR, plain, pod);

        Ladder ladder = only(unacknowledge("ana", plain));

        assertThat(ladder.about()).containsExactlyInAnyOrder(key(plain), key(pod));
        assertThat(ladder.what()).contains("and others");
    }

    @Test
    void anAcknowledgementOneJoinedIsOnesOwnToExpire() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        String id = only(acknowledge("ana", HOUR, latency)).silenceId();
        acknowledge("ben", HOUR, latency);

        ActionResult result = new ExpireSilence(desk("ben")).run(new ExpireSilence.Request(List.of(id), null, ""));

        assertThat(only(result).outcome()).isEqualTo(Outcome.EFFECTIVE);
    }

    @Test
    void acknowledgingAgainChangesOnesOwnReasonAndOnlyAddsToAColleagues() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        acknowledge("ana", HOUR, latency);
        because("ana", "a disk is slow", latency);
        assertThat(reason()).isEqualTo("a disk is slow");
        acknowledge("ana", HOUR, latency);
        assertThat(reason()).as("nothing said, nothing changed").isEqualTo("a disk is slow");
        because("ben", "calling the vendor", latency);
        assertThat(reason()).isEqualTo("a disk is slow; ben: calling the vendor");
        assertThat(cluster.active(FakeCluster.A)).hasSize(1);
    }

    private String reason() {
        return Objects.requireNonNull(
                        AckRecord.read(cluster.active(FakeCluster.A).getFirst()))
                .reason();
    }

    private void because(String who, String reason, String fingerprint) throws InterruptedException {
        ActionResult result =
                new Acknowledge(desk(who)).run(new Acknowledge.Request(List.of(key(fingerprint)), HOUR, reason));
        assertThat(only(result).outcome()).isEqualTo(Outcome.EFFECTIVE);
    }

    private void atTheSameMoment(Runnable happens) {
        cluster.afterPost = () -> {
            cluster.afterPost = () -> {};
            happens.run();
        };
    }

    /** Ben's acknowledgement with the id that sorts first. */
    private void theirs(SortedMap<String, Instant> keys, Duration left, Matcher... matchers) {
        AckRecord ack = new AckRecord("uuid", keys, List.of("ben"), "mine", false);
        place("id-000", "ben", ack.annotatedComment(), ack.annotations(), left, matchers);
    }

    private void place(
            String id, String by, String comment, Map<String, String> annotations, Duration left, Matcher... matchers) {
        for (String member : cluster.members()) {
            cluster.put(
                    member,
                    new Silence(
                            id,
                            SilenceState.ACTIVE,
                            List.of(matchers),
                            clock.now(),
                            clock.now().plus(left),
                            clock.now(),
                            by,
                            comment,
                            annotations));
        }
    }

    private static SortedMap<String, Instant> keys(Instant start, String fingerprint) {
        return new TreeMap<>(Map.of(fingerprint, start));
    }

    private ActionResult acknowledge(String who, Duration hold, String... fingerprints) throws InterruptedException {
        List<AlertKey> keys =
                Arrays.stream(fingerprints).map(ActionTruthTests::key).toList();
        return new Acknowledge(desk(who)).run(new Acknowledge.Request(keys, hold, ""));
    }

    private ActionResult unacknowledge(String who, String fingerprint) throws InterruptedException {
        return new Unacknowledge(desk(who)).run(new Unacknowledge.Request(List.of(key(fingerprint)), null, ""));
    }

    private ActionResult silence(Duration length, @Nullable Instant until, Matcher matcher)
            throws InterruptedException {
        return new CreateSilence(desk("ana"))
                .run(new CreateSilence.Request("eu", List.of(matcher), length, until, "why", null));
    }

    private ActionDesk desk(String who) {
        return new ActionDesk(
                List.of(new ClusterDesk(cluster, cluster, true)),
                new Operator(who, Role.RESPONDER),
                fanout,
                clock,
                log,
                new MemoryJournal(clock),
                ActionDesk.PATIENCE);
    }

    private static AlertKey key(String fingerprint) {
        return new AlertKey("eu", fingerprint);
    }

    private static Ladder only(ActionResult result) {
        assertThat(result).isInstanceOf(ActionResult.Tried.class);
        return Objects.requireNonNull(((ActionResult.Tried) result).ladders().getFirst());
    }
}
