package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.journal.JournalEvent;
import io.novacron.oncall.core.journal.JournalRecord;
import io.novacron.oncall.core.journal.MemoryJournal;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.store.Snapshot;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A console that is killed in the middle of a write, and the next one that finds out. */
class ReconcileTests {

    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private final HurriedClock clock = new HurriedClock();
    private final FakeCluster cluster = new FakeCluster(clock);
    private final Bus bus = new Bus();
    private final Fanout fanout = new Fanout();
    private final MemoryJournal journal = new MemoryJournal(clock);
    private final LadderLog log = new LadderLog(bus);
    private final String fingerprint = cluster.fire("alertname", "DiskFull", "severity", "critical");
    private final ActionDesk desk = new ActionDesk(
            List.of(new ClusterDesk(cluster, cluster, true)),
            new Operator("ana", Role.LEAD),
            fanout,
            clock,
            log,
            journal,
            ActionDesk.PATIENCE);

    @AfterEach
    void close() {
        fanout.close();
        bus.close();
    }

    @Test
    void theIntentIsInTheJournalBeforeThePostAndItsEndAfterIt() throws Exception {
        cluster.afterPost = () -> assertThat(events()).containsExactly("INTENT");
        acknowledge();
        assertThat(events()).containsExactly("INTENT", "ACCEPTED", "EFFECTIVE");
    }

    @Test
    void whatCannotBeRecordedIsNotSentAndTheWayOutIsSaid() throws Exception {
        journal.full = true;
        Ladder ladder = acknowledge();
        assertThat(ladder.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ladder.detail()).contains("not sent", "JOURNAL NOT WRITABLE", "the disk is full");
        assertThat(cluster.posts).isEmpty();
    }

    @Test
    void aDiskThatFillsUpDuringAWriteIsSaidAndDoesNotUndoIt() throws Exception {
        cluster.afterPost = () -> journal.full = true;
        Ladder ladder = acknowledge();
        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.detail()).contains("not in the journal: JOURNAL NOT WRITABLE");
    }

    @Test
    void aWriteThatArrivedBeforeTheKillIsFoundByItsUuid() throws Exception {
        killAfterPost();
        assertThat(new Reconcile(desk).run()).isZero();
        Ladder found = log.ladders().getFirst();
        assertThat(found.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(found.silenceId())
                .isEqualTo(cluster.active(FakeCluster.A).getFirst().id());
        assertThat(journal.unfinished()).isEmpty();
        assertThat(cluster.posts).hasSize(1);
    }

    @Test
    void aWriteThatNeverArrivedIsSaidToHaveFailedOnceItCannotArriveAnyMore() throws Exception {
        killBeforePost();
        assertThat(new Reconcile(desk).run()).as("it may still be on its way").isEqualTo(1);
        assertThat(log.ladders().getFirst().outcome()).isEqualTo(Outcome.UNKNOWN);
        clock.sleep(Duration.ofSeconds(20));
        assertThat(new Reconcile(desk).run()).isZero();
        assertThat(log.ladders().getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(log.ladders().getFirst().detail()).contains("never arrived");
        assertThat(new Reconcile(desk).run()).isZero();
        assertThat(cluster.posts).as("nothing is sent again").isEmpty();
    }

    @Test
    void whileAMemberIsSilentNobodySaysThatItNeverArrived() throws Exception {
        killBeforePost();
        clock.sleep(Duration.ofMinutes(1));
        cluster.down.add(FakeCluster.B);
        assertThat(new Reconcile(desk).run()).isEqualTo(1);
        cluster.down.clear();
        assertThat(new Reconcile(desk).run()).isZero();
        assertThat(journal.unfinished()).isEmpty();
    }

    @Test
    void anEndThatWasSentBeforeTheKillIsFound() throws Exception {
        Ladder ladder = acknowledge();
        cluster.afterExpire = () -> {
            throw new Killed();
        };
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() ->
                        new ExpireSilence(desk).run(new ExpireSilence.Request(List.of(ladder.silenceId()), null, "")));
        assertThat(new Reconcile(desk).run()).isZero();
        assertThat(log.ladders().getFirst().what()).startsWith("un-acknowledge");
        assertThat(log.ladders().getFirst().outcome()).isEqualTo(Outcome.EFFECTIVE);
    }

    @Test
    void anUnknownJoinIsFoundByWhatItWasToLeaveBehind() throws Exception {
        acknowledge();
        cluster.loseNextAnswer = true;
        ActionDesk ben = new ActionDesk(
                desk.clusters(), new Operator("ben", Role.LEAD), fanout, clock, log, journal, ActionDesk.PATIENCE);
        Ladder joined = acknowledge(ben);
        if (joined.outcome() == Outcome.UNKNOWN) {
            assertThat(new Reconcile(ben).run()).isZero();
        }
        assertThat(log.ladders().getFirst().outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(journal.unfinished()).isEmpty();
    }

    @Test
    void aSilenceThatNobodyListsAnyMoreIsPutBackOnce() throws Exception {
        Ladder ladder = acknowledge();
        assertThat(vanished()).isEmpty();
        cluster.forget();
        assertThat(vanished()).as("gossip may be late").isEmpty();
        clock.sleep(Duration.ofMinutes(1));
        List<Vanished> gone = vanished();
        assertThat(gone).hasSize(1);
        assertThat(gone.getFirst().silenceId()).isEqualTo(ladder.silenceId());

        Ladder back = tried(new Reapply(desk).run(new Reapply.Request(gone.getFirst(), Consent.NONE)));
        assertThat(back.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(back.id()).as("the same intent").isEqualTo(ladder.id());
        Silence active = cluster.active(FakeCluster.A).getFirst();
        assertThat(active.annotations()).containsEntry("novacron_id", ladder.id());
        clock.sleep(Duration.ofMinutes(1));
        assertThat(vanished()).isEmpty();
        assertThat(tried(new Reapply(desk).run(new Reapply.Request(gone.getFirst(), Consent.NONE)))
                        .detail())
                .contains("listed again");
        assertThat(cluster.active(FakeCluster.A)).hasSize(1);
    }

    @Test
    void aSilenceThatWasEndedHasNotVanished() throws Exception {
        Ladder ladder = acknowledge();
        new ExpireSilence(desk).run(new ExpireSilence.Request(List.of(ladder.silenceId()), null, ""));
        cluster.forget();
        clock.sleep(Duration.ofMinutes(1));
        assertThat(vanished()).isEmpty();
    }

    @Test
    void whileNoMemberAnswersNothingIsSaidToHaveVanished() throws Exception {
        acknowledge();
        clock.sleep(Duration.ofMinutes(1));
        cluster.down.addAll(cluster.members());
        assertThat(vanished()).isEmpty();
    }

    private List<Vanished> vanished() throws Exception {
        return Vanished.of(
                journal.standing(clock.now()),
                List.of(new Snapshot<>(1, clock.now(), desk.read(desk.clusters().getFirst()))),
                clock.now());
    }

    private void killAfterPost() {
        cluster.afterPost = () -> {
            throw new Killed();
        };
        assertThatExceptionOfType(Killed.class).isThrownBy(this::acknowledge);
        cluster.afterPost = () -> {};
    }

    private void killBeforePost() {
        cluster.beforePost = () -> {
            throw new Killed();
        };
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> new CreateSilence(desk)
                        .run(new CreateSilence.Request(
                                "eu", List.of(Matcher.equal("a", "b")), Duration.ofHours(1), "why", null)));
        cluster.beforePost = () -> {};
    }

    private Ladder acknowledge() throws InterruptedException {
        return acknowledge(desk);
    }

    private Ladder acknowledge(ActionDesk by) throws InterruptedException {
        return tried(new Acknowledge(by)
                .run(new Acknowledge.Request(
                        List.of(new AlertKey("eu", fingerprint)), Acknowledge.DEFAULT_HOLD, "on it")));
    }

    private static Ladder tried(ActionResult result) {
        assertThat(result).isInstanceOf(ActionResult.Tried.class);
        return ((ActionResult.Tried) result).ladders().getFirst();
    }

    private List<String> events() {
        return journal.records().stream().map(ReconcileTests::word).toList();
    }

    private static String word(JournalRecord record) {
        return switch (record.entry().event()) {
            case JournalEvent.Intent _ -> "INTENT";
            case JournalEvent.Accepted _ -> "ACCEPTED";
            case JournalEvent.Ended(String outcome, var detail) -> outcome;
        };
    }
}
