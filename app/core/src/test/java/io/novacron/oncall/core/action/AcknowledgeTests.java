package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.journal.MemoryJournal;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AcknowledgeTests {

    private final HurriedClock clock = new HurriedClock();
    private final FakeCluster cluster = new FakeCluster(clock);
    private final Bus bus = new Bus();
    private final Fanout fanout = new Fanout();

    @AfterEach
    void end() {
        fanout.close();
        bus.close();
    }

    @Test
    void oneSilenceIsMadeWhichHitsThatAlertAndNoOther() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency", "service", "api");
        cluster.fire("alertname", "Latency", "service", "api", "pod", "api-1");

        Ladder ladder = only(acknowledge("ana", latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.matches()).isEqualTo(1);
        assertThat(ladder.rungs())
                .extracting(Rung::step)
                .containsExactly(Step.QUEUED, Step.ACCEPTED, Step.REPLICATED, Step.EFFECTIVE);
        assertThat(cluster.posts).containsExactly(FakeCluster.A);
        Silence silence = cluster.active(FakeCluster.B).getFirst();
        assertThat(silence.matchers())
                .containsExactly(
                        Matcher.equal("alertname", "Latency"),
                        Matcher.equal("service", "api"),
                        Matcher.equal("pod", ""));
        assertThat(silence.endsAt())
                .isBetween(clock.now().plusSeconds(3500), clock.now().plusSeconds(3600));
    }

    @Test
    void twoAlertsOfWhichOneHasALabelMoreNeedOneSilenceOnly() throws InterruptedException {
        String plain = cluster.fire("alertname", "Latency", "service", "api");
        String pod = cluster.fire("alertname", "Latency", "service", "api", "pod", "api-1");

        Ladder ladder = only(acknowledge("ana", plain, pod));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.about()).containsExactlyInAnyOrder(key(plain), key(pod));
        assertThat(cluster.active(FakeCluster.A)).hasSize(1);
    }

    @Test
    void aSecondPersonAddsANameAndNotASilence() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        acknowledge("ana", latency);

        Ladder ladder = only(acknowledge("ben", latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(cluster.active(FakeCluster.A)).hasSize(1);
        assertThat(owners(FakeCluster.B)).containsExactly("ana", "ben");
    }

    @Test
    void beforeAnnotationsTheCommentCarriesEverything() throws InterruptedException {
        cluster.annotations = false;
        String latency = cluster.fire("alertname", "Latency");
        acknowledge("ana", latency);
        acknowledge("ben", latency);

        Silence silence = cluster.active(FakeCluster.A).getFirst();
        assertThat(silence.comment()).startsWith("ACK! ana, ben: investigating [oncall:");
        assertThat(owners(FakeCluster.B)).containsExactly("ana", "ben");
        assertThat(Objects.requireNonNull(AckRecord.read(silence)).keys()).containsOnlyKeys(latency);
    }

    @Test
    void aLostAnswerIsLookedForAndNeverSentAgain() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        cluster.loseNextAnswer = true;

        Ladder ladder = only(acknowledge("ana", latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(cluster.posts).hasSize(1);
        assertThat(cluster.active(FakeCluster.A)).hasSize(1);
    }

    @Test
    void whereTheMemberDiedWithTheAnswerTheOutcomeIsUnknownAndNothingIsSentAgain() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        cluster.loseNextAnswer = true;
        cluster.dies = true;
        cluster.gossip = false;

        Ladder ladder = only(acknowledge("ana", latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ladder.detail()).contains(FakeCluster.A).contains("not sent again");
        assertThat(cluster.posts).hasSize(1);
    }

    @Test
    void aMemberThatCertainlyDidNothingIsFollowedByTheNext() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        cluster.breakNextPost = true;

        Ladder ladder = only(acknowledge("ana", latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(cluster.posts).containsExactly(FakeCluster.B);
        assertThat(cluster.active(FakeCluster.A)).hasSize(1);
    }

    @Test
    void withAMemberDownEffectiveSaysWhoIsMissing() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        cluster.down.add(FakeCluster.A);

        Ladder ladder = only(acknowledge("ana", latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.detail()).contains("1/2, a:9093 unreachable");
    }

    @Test
    void aSettlingMemberIsNotWrittenTo() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        cluster.settling.add(FakeCluster.A);

        assertThat(only(acknowledge("ana", latency)).outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(cluster.posts).containsExactly(FakeCluster.B);
    }

    @Test
    void whatNeverReplicatesStaysAccepted() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        cluster.gossip = false;

        Ladder ladder = only(acknowledge("ana", latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(ladder.detail()).contains("1/2 only");
        assertThat(ladder.rungs()).extracting(Rung::step).containsExactly(Step.QUEUED, Step.ACCEPTED);
    }

    @Test
    void ofTwoFirstAcknowledgementsTheLargerIdJoinsTheSmaller() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        cluster.afterPost = () -> {
            cluster.afterPost = () -> {};
            Silence mine = cluster.active(FakeCluster.A).getFirst();
            AckRecord other = Objects.requireNonNull(AckRecord.read(mine));
            AckRecord ben = new AckRecord("uuid", other.keys(), List.of("ben"), "mine", false);
            Silence theirs = new Silence(
                    "id-000",
                    mine.state(),
                    mine.matchers(),
                    mine.startsAt(),
                    mine.endsAt(),
                    mine.updatedAt(),
                    "ben",
                    ben.annotatedComment(),
                    ben.annotations());
            cluster.put(FakeCluster.A, theirs);
            cluster.put(FakeCluster.B, theirs);
        };

        Ladder ladder = only(acknowledge("ana", latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.silenceId()).isEqualTo("id-000");
        assertThat(cluster.active(FakeCluster.A)).extracting(Silence::id).containsExactly("id-000");
        assertThat(owners(FakeCluster.A)).containsExactly("ben", "ana");
    }

    @Test
    void anUnknownFingerprintFailsByNameAndWritesNothing() throws InterruptedException {
        Ladder ladder = only(acknowledge("ana", "00000000000000aa"));

        assertThat(ladder.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ladder.detail()).contains("00000000000000aa").contains("eu");
        assertThat(cluster.posts).isEmpty();
    }

    @Test
    void aViewerIsRefusedAndALongHoldIsInvalid() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");

        ActionResult viewer = new Acknowledge(desk("eve", Role.VIEWER)).run(request(Duration.ofHours(1), latency));
        ActionResult nineHours = new Acknowledge(desk("ana", Role.ADMIN)).run(request(Duration.ofHours(9), latency));

        assertThat(viewer).isInstanceOf(ActionResult.Refused.class);
        assertThat(nineHours).isInstanceOf(ActionResult.Invalid.class);
        assertThat(cluster.posts).isEmpty();
    }

    @Test
    void moreThanTwentySilencesAreBegunOnlyOnceTheCountIsTyped() throws InterruptedException {
        String[] many = new String[21];
        Arrays.setAll(many, i -> cluster.fire("alertname", "Disk", "node", "n" + i));

        ActionResult result = new Acknowledge(desk("ana", Role.ADMIN)).run(request(Duration.ofHours(1), many));

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Refused.class,
                        refused -> assertThat(refused.confirm()).isEqualTo(21));
        assertThat(cluster.posts).isEmpty();
        Acknowledge.Request asked = request(Duration.ofHours(1), many);
        ActionResult typed = new Acknowledge(desk("ana", Role.RESPONDER))
                .run(new Acknowledge.Request(asked.keys(), asked.hold(), "", false, 21));
        assertThat(typed)
                .isInstanceOfSatisfying(
                        ActionResult.Tried.class,
                        tried -> assertThat(tried.ladders())
                                .hasSize(21)
                                .allMatch(ladder -> ladder.outcome() == Outcome.EFFECTIVE));
    }

    @Test
    @Timeout(60)
    void aStalledMemberIsWaitedForOnceAndNotAtEachStep() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        cluster.stalled.add(FakeCluster.B);

        Ladder ladder = only(acknowledge("ana", latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.detail()).startsWith("1/2, b:9093 unreachable");
    }

    @Test
    void unAcknowledgeEndsEverySilenceOfTheFiringOnEveryMember() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        acknowledge("ana", latency);

        Ladder ladder = only(unacknowledge("ana", Role.RESPONDER, latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.rearmed()).isFalse();
        assertThat(cluster.active(FakeCluster.A)).isEmpty();
        assertThat(cluster.active(FakeCluster.B)).isEmpty();
    }

    @Test
    void anExpiryThatChangesNothingIsAFailureThatNamesTheMembers() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        acknowledge("ana", latency);
        cluster.ignoreExpiry = true;

        Ladder ladder = only(unacknowledge("ana", Role.RESPONDER, latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ladder.detail()).contains("still active on a:9093, b:9093").contains("clock");
    }

    @Test
    void afterTheFiringResolvedTheWithheldEndNoticeIsSent() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency", "service", "api");
        acknowledge("ana", latency);
        cluster.resolveAll();

        Ladder ladder = only(unacknowledge("ana", Role.RESPONDER, latency));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.rearmed()).isTrue();
        assertThat(cluster.resolved).hasSize(2);
        assertThat(cluster.resolved.getFirst().labels().byName())
                .isEqualTo(Map.of("alertname", "Latency", "service", "api"));
    }

    @Test
    void endingTheAcknowledgementOfAnotherNeedsTheCountAndAReasonUnlessOneLeads() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        acknowledge("ana", latency);
        Unacknowledge ben = new Unacknowledge(desk("ben", Role.RESPONDER));

        ActionResult refused = ben.run(new Unacknowledge.Request(List.of(key(latency)), null, ""));
        ActionResult noReason = ben.run(new Unacknowledge.Request(List.of(key(latency)), 1, " "));
        ActionResult confirmed = ben.run(new Unacknowledge.Request(List.of(key(latency)), 1, "ana went home"));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        ActionResult.Refused.class, r -> assertThat(r.confirm()).isEqualTo(1));
        assertThat(noReason).isInstanceOf(ActionResult.Refused.class);
        assertThat(only(confirmed).outcome()).isEqualTo(Outcome.EFFECTIVE);
    }

    private List<String> owners(String member) {
        return Objects.requireNonNull(AckRecord.read(cluster.active(member).getFirst()))
                .owners();
    }

    private ActionResult acknowledge(String who, String... fingerprints) throws InterruptedException {
        return new Acknowledge(desk(who, Role.RESPONDER)).run(request(Duration.ofHours(1), fingerprints));
    }

    private ActionResult unacknowledge(String who, Role role, String fingerprint) throws InterruptedException {
        return new Unacknowledge(desk(who, role)).run(new Unacknowledge.Request(List.of(key(fingerprint)), null, ""));
    }

    private static Acknowledge.Request request(Duration hold, String... fingerprints) {
        return new Acknowledge.Request(
                Arrays.stream(fingerprints).map(AcknowledgeTests::key).toList(), hold, "");
    }

    private ActionDesk desk(String who, Role role) {
        return new ActionDesk(
                List.of(new ClusterDesk(cluster, cluster, true)),
                new Operator(who, role),
                fanout,
                clock,
                new LadderLog(bus),
                new MemoryJournal(clock),
                ActionDesk.PATIENCE);
    }

    private static AlertKey key(String fingerprint) {
        return new AlertKey("eu", fingerprint);
    }

    private static Ladder only(ActionResult result) {
        assertThat(result).isInstanceOf(ActionResult.Tried.class);
        List<Ladder> ladders = ((ActionResult.Tried) result).ladders();
        assertThat(ladders).hasSize(1);
        return ladders.getFirst();
    }
}
