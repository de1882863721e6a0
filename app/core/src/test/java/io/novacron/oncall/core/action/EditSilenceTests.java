package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fault.FaultRow;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.journal.MemoryJournal;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceNote;
import io.novacron.oncall.core.silence.SilenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditSilenceTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Matcher N3 = Matcher.equal("node", "n3");
    private static final Matcher N4 = Matcher.equal("node", "n4");
    private static final Matcher DISK = Matcher.equal("alertname", "Disk");

    private final HurriedClock clock = new HurriedClock();
    private final FakeCluster cluster = new FakeCluster(clock);
    private final Bus bus = new Bus();
    private final Fanout fanout = new Fanout();

    @BeforeEach
    void fire() {
        for (int i = 0; i < 10; i++) {
            cluster.fire("alertname", "Disk", "node", "n" + i, "severity", "warning");
        }
    }

    @AfterEach
    void end() {
        fanout.close();
        bus.close();
    }

    @Test
    void anExtendedSilenceEndsSoLongFromTheServersNowAndKeepsItsId() throws InterruptedException {
        String id = made(N3);
        cluster.ahead = Duration.ofMinutes(70);

        Ladder ladder = one(extend(Role.RESPONDER, Consent.NONE, Duration.ofHours(2), id));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.silenceId()).isEqualTo(ladder.oldId()).isEqualTo(id);
        assertThat(Duration.between(clock.now(), silence(id).endsAt()))
                .isBetween(Duration.ofMinutes(189), Duration.ofMinutes(190));
    }

    @Test
    void aSilenceThatHasEndedIsNotExtended() throws InterruptedException {
        String id = made(N3);
        String other = made(N4);
        cluster.expire(FakeCluster.A, id);
        cluster.posts.clear();

        List<Ladder> ladders = ladders(extend(Role.RESPONDER, Consent.NONE, HOUR, id, other));

        assertThat(ladders).extracting(Ladder::outcome).containsExactly(Outcome.FAILED, Outcome.EFFECTIVE);
        assertThat(ladders.getFirst().detail()).contains(id).contains("ended").contains("make it again");
        assertThat(cluster.active(FakeCluster.A)).extracting(Silence::id).containsExactly(other);
    }

    @Test
    void oneThatEndedOnASingleMemberIsNotExtendedEither() throws InterruptedException {
        String id = made(N3);
        cluster.gossip = false;
        cluster.expire(FakeCluster.B, id);
        cluster.posts.clear();

        assertThat(one(extend(Role.RESPONDER, Consent.NONE, HOUR, id)).outcome())
                .isEqualTo(Outcome.FAILED);
        assertThat(cluster.posts).isEmpty();
    }

    @Test
    void extendingAsksForTheCountOfAllTheAlertsTogether() throws InterruptedException {
        String three = made(N3);
        String four = made(N4);
        ActionResult unasked = extend(Role.LEAD, Consent.NONE, Duration.ofHours(5), three, four);

        assertThat(unasked)
                .isInstanceOfSatisfying(
                        ActionResult.Refused.class,
                        refused -> assertThat(refused.confirm()).isEqualTo(2));
        assertThat(ladders(extend(Role.LEAD, new Consent(2, ""), Duration.ofHours(5), three, four)))
                .extracting(Ladder::outcome)
                .containsOnly(Outcome.EFFECTIVE);
    }

    @Test
    void aResponderBreaksTheGlassWithAReasonThatTheSilenceCarries() throws InterruptedException {
        String id = made(N3);

        ActionResult counted = extend(Role.RESPONDER, new Consent(1, " "), Duration.ofHours(5), id);
        Ladder broken = one(extend(Role.RESPONDER, new Consent(1, "no lead awake"), Duration.ofHours(5), id));

        assertThat(counted)
                .isInstanceOfSatisfying(
                        ActionResult.Refused.class,
                        refused -> assertThat(refused.why())
                                .contains("longer than 4 h")
                                .contains("reason"));
        assertThat(broken.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(silence(id).annotations()).containsEntry(SilenceNote.BREAK_GLASS, "no lead awake");
    }

    @Test
    void aViewerExtendsNothing() throws InterruptedException {
        String id = made(N3);

        assertThat(extend(Role.VIEWER, Consent.NONE, HOUR, id)).isInstanceOf(ActionResult.Refused.class);
    }

    @Test
    void foreignAnnotationsAndTheMarkSurviveAnEdit() throws InterruptedException {
        Silence foreign = foreign(SilenceState.ACTIVE, clock.now().minusSeconds(90));
        put(foreign);

        Ladder ladder = one(edit(foreign, new SilenceEdit(null, null, null, "two disks")));

        Silence now = silence("f-1");
        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(now.annotations())
                .containsEntry("ticket", "OPS-1")
                .containsEntry("novacron_kind", "silence")
                .containsEntry("novacron_edited_by", "ana");
        assertThat(now.comment()).isEqualTo("two disks");
        assertThat(now.createdBy()).isEqualTo("amtool");
        String own = made(N4);
        one(edit(silence(own), new SilenceEdit(null, null, null, "other words")));
        assertThat(silence(own).comment()).startsWith("other words [oncall:");
    }

    @Test
    void aPendingSilenceStaysPending() throws InterruptedException {
        Silence pending = foreign(SilenceState.PENDING, clock.now().plusSeconds(7_200));
        put(pending);

        Ladder ladder = one(extend(Role.RESPONDER, Consent.NONE, Duration.ofHours(3), "f-1"));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.detail()).contains("pending");
        assertThat(silence("f-1").state()).isEqualTo(SilenceState.PENDING);
        assertThat(silence("f-1").startsAt()).isEqualTo(pending.startsAt());
        assertThat(one(extend(Role.LEAD, Consent.NONE, HOUR, "f-1")).detail()).contains("before it begins");
    }

    @FaultRow("F56 an edit changed the id: old and new are linked, and the new one is what goes on")
    void otherMatchersGiveANewIdThatIsLinkedToTheOld() throws InterruptedException {
        String id = made(N3);

        Ladder ladder = one(edit(silence(id), new SilenceEdit(List.of(DISK, N4), null, null, null)));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.oldId()).isEqualTo(id);
        assertThat(ladder.silenceId()).isNotEqualTo(id);
        assertThat(cluster.active(FakeCluster.B)).extracting(Silence::id).containsExactly(ladder.silenceId());
        assertThat(silence(ladder.silenceId()).annotations()).containsEntry(SilenceNote.FROM, id);
    }

    @Test
    void whatSomebodyElseChangedIsShownThreeWaysAndKept() throws InterruptedException {
        String id = made(N3);
        Silence base = silence(id);
        one(extend(Role.RESPONDER, Consent.NONE, Duration.ofHours(3), id));
        cluster.posts.clear();

        Ladder ladder = one(edit(base, new SilenceEdit(null, null, null, "mine")));

        SilenceConflict conflict = Objects.requireNonNull(ladder.conflict());
        assertThat(ladder.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(cluster.posts).isEmpty();
        assertThat(conflict.differences())
                .extracting(SilenceConflict.Difference::part)
                .containsExactly("ends", "comment");
        assertThat(conflict.theirs()).isEqualTo(silence(id));
        assertThat(one(edit(conflict.theirs(), new SilenceEdit(null, null, null, "mine")))
                        .outcome())
                .isEqualTo(Outcome.EFFECTIVE);
    }

    @Test
    void anEditOfASilenceThatWasReplacedNamesTheOneInItsPlace() throws InterruptedException {
        String id = made(N3);
        Silence base = silence(id);
        String next =
                one(edit(base, new SilenceEdit(List.of(N4), null, null, null))).silenceId();

        Ladder ladder = one(edit(base, new SilenceEdit(null, null, null, "mine")));

        assertThat(ladder.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Objects.requireNonNull(ladder.conflict()).theirs().id()).isEqualTo(next);
        assertThat(cluster.active(FakeCluster.A)).hasSize(1);
    }

    @Test
    void whatIsOverwrittenWithinASecondIsAConflictAndNotASuccess() throws InterruptedException {
        String id = made(N3);
        Silence base = silence(id);
        Silence theirs = with(base, "theirs", clock.now().plusSeconds(1));
        cluster.afterPost = () -> put(theirs);

        Ladder ladder = one(edit(base, new SilenceEdit(null, null, null, "mine")));

        assertThat(ladder.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Objects.requireNonNull(ladder.conflict()).theirs().comment()).isEqualTo("theirs");
    }

    @Test
    void ofTwoThatCameOfOneSilenceTheSmallerIdStays() throws InterruptedException {
        String id = made(N3);
        Silence base = silence(id);
        Silence twin = new Silence(
                "id-000",
                SilenceState.ACTIVE,
                List.of(DISK, N3),
                clock.now(),
                base.endsAt(),
                clock.now(),
                "ben",
                base.comment(),
                Map.of(SilenceNote.FROM, id));
        cluster.afterPost = () -> put(twin);

        Ladder ladder = one(edit(base, new SilenceEdit(List.of(N4), null, null, null)));

        assertThat(ladder.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Objects.requireNonNull(ladder.conflict()).theirs().id()).isEqualTo("id-000");
        assertThat(cluster.active(FakeCluster.A)).extracting(Silence::id).containsExactly("id-000");
    }

    @Test
    void aLostAnswerIsLookedForAndNeverSentTwice() throws InterruptedException {
        String id = made(N3);
        cluster.posts.clear();
        cluster.loseNextAnswer = true;

        Ladder ladder = one(edit(silence(id), new SilenceEdit(List.of(N4), null, null, null)));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(cluster.posts).hasSize(1);
        assertThat(cluster.active(FakeCluster.A)).extracting(Silence::id).containsExactly(ladder.silenceId());
    }

    @Test
    void anEditThatBrokeOffBeforeTheMemberReadItGoesToTheNext() throws InterruptedException {
        String id = made(N3);
        cluster.posts.clear();
        cluster.breakNextPost = true;

        assertThat(one(edit(silence(id), new SilenceEdit(null, null, null, "again")))
                        .outcome())
                .isEqualTo(Outcome.EFFECTIVE);
        assertThat(cluster.posts).containsExactly(FakeCluster.B);
    }

    @Test
    void anAcknowledgementIsNotEdited() throws InterruptedException {
        String fingerprint = cluster.fire("alertname", "Own", "severity", "warning");
        new Acknowledge(desk(Role.RESPONDER))
                .run(new Acknowledge.Request(List.of(new AlertKey("eu", fingerprint)), HOUR, ""));
        Silence ack = cluster.active(FakeCluster.A).getFirst();

        assertThat(edit(ack, new SilenceEdit(null, null, null, "mine"))).isInstanceOf(ActionResult.Invalid.class);
        assertThat(extend(Role.ADMIN, Consent.NONE, HOUR.multipliedBy(3), ack.id()))
                .as("its record would still name the old end")
                .isInstanceOf(ActionResult.Invalid.class);
        assertThat(cluster.active(FakeCluster.A)).containsExactly(ack);
    }

    @Test
    void anEndThatComesSoonerForSomebodyElseIsConfirmedLikeExpiringIt() throws InterruptedException {
        Silence theirs = foreign(SilenceState.ACTIVE, clock.now().minusSeconds(90));
        put(theirs);
        cluster.posts.clear();

        assertThat(extend(Role.RESPONDER, Consent.NONE, Duration.ofSeconds(5), "f-1"))
                .isInstanceOfSatisfying(
                        ActionResult.Refused.class,
                        refused -> assertThat(refused.confirm()).isEqualTo(1));
        assertThat(cluster.posts).isEmpty();
        assertThat(one(extend(Role.RESPONDER, new Consent(1, "wrong node"), Duration.ofSeconds(5), "f-1"))
                        .outcome())
                .isEqualTo(Outcome.EFFECTIVE);
    }

    @Test
    void anEditThatTakesTheReasonAwayOrEndsInThePastIsNoEdit() throws InterruptedException {
        String id = made(N3);
        cluster.posts.clear();

        assertThat(edit(silence(id), new SilenceEdit(null, null, null, " "))).isInstanceOf(ActionResult.Invalid.class);
        assertThat(edit(silence(id), new SilenceEdit(null, null, clock.now(), null)))
                .isInstanceOfSatisfying(
                        ActionResult.Invalid.class,
                        invalid -> assertThat(invalid.why()).contains("expire"));
        assertThat(cluster.posts).isEmpty();
    }

    @Test
    void shorteningSomebodyElsesSilenceByAnEditNeedsTheCountAndAReason() throws InterruptedException {
        put(foreign(SilenceState.ACTIVE, clock.now().minusSeconds(90)));
        SilenceEdit sooner = SilenceEdit.extend(Duration.ofMinutes(2));

        assertThat(edit(silence("f-1"), sooner))
                .isInstanceOfSatisfying(
                        ActionResult.Refused.class,
                        refused -> assertThat(refused.confirm()).isEqualTo(1));
        assertThat(cluster.posts).isEmpty();
        assertThat(one(new EditSilence(desk(Role.RESPONDER))
                                .run(new EditSilence.Request("f-1", null, sooner, new Consent(1, "it is over"))))
                        .outcome())
                .isEqualTo(Outcome.EFFECTIVE);
    }

    @Test
    void anEditOfWhatSomebodyElsesSilenceHitsTakesNoCount() throws InterruptedException {
        put(foreign(SilenceState.ACTIVE, clock.now().minusSeconds(90)));

        assertThat(one(edit(
                                silence("f-1"),
                                new SilenceEdit(List.of(Matcher.equal("alertname", "Other")), null, null, null)))
                        .outcome())
                .isEqualTo(Outcome.EFFECTIVE);
    }

    @Test
    void whereTheServerKeepsNoAnnotationsTheReasonForBreakingTheGlassStandsInTheComment() throws InterruptedException {
        cluster.annotations = false;
        String id = made(N3);

        one(extend(Role.RESPONDER, new Consent(1, "no lead awake"), Duration.ofHours(5), id));
        one(extend(Role.RESPONDER, new Consent(1, "no lead awake"), Duration.ofHours(6), id));
        one(new CreateSilence(desk(Role.RESPONDER))
                .run(new CreateSilence.Request(
                        "eu",
                        List.of(N4),
                        Duration.ofHours(5),
                        null,
                        "swap",
                        Map.of(),
                        new Consent(1, "nobody answers"))));

        assertThat(cluster.active(FakeCluster.A))
                .extracting(Silence::comment)
                .satisfiesExactly(
                        extended -> assertThat(extended).startsWith("swap (beyond the role: no lead awake) [oncall:"),
                        made -> assertThat(made).startsWith("swap (beyond the role: nobody answers) [oncall:"));
    }

    private Silence foreign(SilenceState state, Instant start) {
        return new Silence(
                "f-1",
                state,
                List.of(N3),
                start,
                clock.now().plusSeconds(9_000),
                clock.now(),
                "amtool",
                "by hand",
                Map.of("ticket", "OPS-1"));
    }

    private static Silence with(Silence silence, String comment, Instant updatedAt) {
        return new Silence(
                silence.id(),
                silence.state(),
                silence.matchers(),
                silence.startsAt(),
                silence.endsAt(),
                updatedAt,
                silence.createdBy(),
                comment,
                silence.annotations());
    }

    private void put(Silence silence) {
        cluster.put(FakeCluster.A, silence);
        cluster.put(FakeCluster.B, silence);
    }

    private String made(Matcher matcher) throws InterruptedException {
        return one(new CreateSilence(desk(Role.RESPONDER))
                        .run(new CreateSilence.Request("eu", List.of(matcher), HOUR, "swap", null)))
                .silenceId();
    }

    private ActionResult extend(Role role, Consent consent, Duration length, String... ids)
            throws InterruptedException {
        return new ExtendSilence(desk(role)).run(new ExtendSilence.Request(List.of(ids), length, consent));
    }

    private ActionResult edit(@Nullable Silence base, SilenceEdit edit) throws InterruptedException {
        return new EditSilence(desk(Role.RESPONDER))
                .run(new EditSilence.Request(Objects.requireNonNull(base).id(), base, edit, Consent.NONE));
    }

    private Silence silence(String id) {
        return cluster.active(FakeCluster.A).stream()
                .filter(silence -> silence.id().equals(id))
                .findFirst()
                .orElseGet(() -> cluster.pending(FakeCluster.A, id));
    }

    private ActionDesk desk(Role role) {
        return new ActionDesk(
                List.of(new ClusterDesk(cluster, cluster, true)),
                new Operator("ana", role),
                fanout,
                clock,
                new LadderLog(bus),
                new MemoryJournal(clock),
                ActionDesk.PATIENCE);
    }

    private static Ladder one(ActionResult result) {
        assertThat(ladders(result)).hasSize(1);
        return ladders(result).getFirst();
    }

    private static List<Ladder> ladders(ActionResult result) {
        assertThat(result).isInstanceOf(ActionResult.Tried.class);
        return ((ActionResult.Tried) result).ladders();
    }
}
