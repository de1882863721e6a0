package io.novacron.oncall.core.action;

import static io.novacron.oncall.core.action.Workplace.ladders;
import static io.novacron.oncall.core.action.Workplace.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.fault.FaultRow;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceTag;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the servers lost of this console's silences is noticed, offered, and never put back by itself (F54). */
class VanishWatchTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Workplace place = new Workplace();
    private final FakeCluster cluster = place.cluster;
    private final ActionDesk desk = place.desk("ana");
    private final Keepers console = new Keepers("ana", cluster, place.clock, place.bus, place.fanout());
    private final VanishWatch watch = new VanishWatch(console.monitor, desk, place.bus);
    private String disk = "";

    @BeforeEach
    void fire() {
        for (int i = 0; i < 10; i++) {
            disk = cluster.fire("alertname", "Disk", "node", "n" + i, "severity", "warning");
        }
    }

    @AfterEach
    void end() {
        watch.close();
        console.close();
        place.close();
    }

    @Test
    void aLostSilenceIsNoticedAfterTwoPollsAndPutBackOnlyWhenAsked() throws InterruptedException {
        Ladder made = made();
        later();
        assertThat(watch.vanished()).isEmpty();
        cluster.forget();
        later();
        assertThat(watch.vanished())
                .as("one answer without it may be a member that just began")
                .isEmpty();
        later();

        Vanished lost = watch.vanished().getFirst();
        assertThat(lost.silenceId()).isEqualTo(made.silenceId());
        assertThat(cluster.active(FakeCluster.A)).isEmpty();
        Ladder back = only(new Reapply(desk).run(new Reapply.Request(lost, Consent.NONE)));

        assertThat(back.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(cluster.active(FakeCluster.B).getFirst().endsAt())
                .isEqualTo(lost.spec().endsAt());
        later();
        assertThat(watch.vanished()).isEmpty();
    }

    @Test
    void whatIsDismissedIsNotSpokenOfAgain() throws InterruptedException {
        made();
        cluster.forget();
        later();
        later();
        watch.dismiss(watch.vanished().getFirst());
        later();

        assertThat(watch.vanished()).isEmpty();
        assertThat(cluster.active(FakeCluster.A)).isEmpty();
    }

    @Test
    void whatSomebodyElseEndedIsNotOfferedWhenTheServersForgetThatToo() throws InterruptedException {
        Ladder made = made();
        cluster.expire(FakeCluster.A, made.silenceId());
        later();
        cluster.forget();
        later();
        later();

        assertThat(watch.vanished()).isEmpty();
    }

    @Test
    void whatTheServersMayHaveForgottenSinceSomebodyEndedItIsNotOffered() throws InterruptedException {
        only(new CreateSilence(place.desk("ana", Role.LEAD))
                .run(new CreateSilence.Request(
                        "eu", List.of(Matcher.equal("node", "n3")), Duration.ofDays(30), "swap", 1)));
        cluster.forget();
        place.clock.sleep(Duration.ofDays(6));
        later();
        later();

        assertThat(watch.vanished()).isEmpty();
    }

    @Test
    void oneOfLongAgoThatWasInForceUntilNowIsOffered() throws InterruptedException {
        only(new CreateSilence(place.desk("ana", Role.LEAD))
                .run(new CreateSilence.Request(
                        "eu", List.of(Matcher.equal("node", "n3")), Duration.ofDays(30), "swap", 1)));
        place.clock.sleep(Duration.ofDays(6));
        later();
        cluster.forget();
        later();
        later();

        assertThat(watch.vanished()).hasSize(1);
    }

    @FaultRow(
            "F55 a silence that was ended is in force again: active again, not by you, told once and not ended by itself")
    void aSilenceThatReturnsFromTheDeadIsToldOnce() throws InterruptedException {
        Ladder made = made();
        Silence before = cluster.active(FakeCluster.B).getFirst();
        only(new ExpireSilence(desk).run(new ExpireSilence.Request(List.of(made.silenceId()), null, "")));
        later();
        assertThat(returned()).isEmpty();

        cluster.put(FakeCluster.B, before);
        later();
        later();

        assertThat(returned()).singleElement().satisfies(ladder -> {
            assertThat(ladder.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(ladder.silenceId()).isEqualTo(made.silenceId());
            assertThat(ladder.detail()).contains("active again, not by you").contains(FakeCluster.B);
        });
        assertThat(cluster.active(FakeCluster.B)).hasSize(1);
    }

    private List<Ladder> returned() {
        return desk.log().ladders().stream()
                .filter(ladder -> ladder.id().startsWith("returned"))
                .toList();
    }

    @Test
    void anAnswerFromBeforeTheWriteProvesNothing() throws InterruptedException {
        console.poll();
        made();
        cluster.down.addAll(cluster.members());
        later();
        later();

        assertThat(watch.vanished()).isEmpty();
    }

    @Test
    void whatWouldHitMuchMoreByNowAsksForTheCount() throws InterruptedException {
        made();
        cluster.forget();
        later();
        later();
        cluster.resolveAll();
        cluster.fire("alertname", "Disk", "node", "n3", "severity", "critical");

        assertThat(new Reapply(desk).run(new Reapply.Request(watch.vanished().getFirst(), Consent.NONE)))
                .isInstanceOfSatisfying(
                        ActionResult.Refused.class,
                        refused -> assertThat(refused.confirm()).isEqualTo(1));
        assertThat(cluster.active(FakeCluster.A)).isEmpty();
    }

    @Test
    void anAcknowledgementIsOfferedWhileItsFiringGoesOnAndNotForANewOne() throws InterruptedException {
        only(new Acknowledge(desk).run(new Acknowledge.Request(List.of(Workplace.key(disk)), HOUR, "")));
        cluster.forget();
        later();
        later();
        assertThat(watch.vanished()).hasSize(1);
        Vanished lost = watch.vanished().getFirst();
        cluster.resolveAll();
        later();
        assertThat(watch.vanished()).as("nothing fires any more").isEmpty();
        cluster.fire("alertname", "Disk", "node", "n9", "severity", "warning");
        later();

        assertThat(watch.vanished()).as("it fires anew").isEmpty();
        assertThat(new Reapply(desk).run(new Reapply.Request(lost, Consent.NONE)))
                .isInstanceOfSatisfying(
                        ActionResult.Invalid.class,
                        invalid -> assertThat(invalid.why()).contains("fires anew"));
    }

    @Test
    void whatOneSideOfASplitLostIsPutBackThere() throws InterruptedException {
        Ladder made = made();
        cluster.split = true;
        cluster.forget(FakeCluster.A);
        later();
        later();

        List<Ladder> ladders = ladders(
                new Reapply(desk).run(new Reapply.Request(watch.vanished().getFirst(), Consent.NONE)));

        assertThat(ladders).extracting(Ladder::outcome).containsExactly(Outcome.EFFECTIVE, Outcome.EFFECTIVE);
        Silence again = cluster.active(FakeCluster.A).getFirst();
        assertThat(SilenceTag.intent(again)).isEqualTo(made.id());
        assertThat(cluster.active(FakeCluster.B)).extracting(Silence::id).containsExactly(made.silenceId());
    }

    private Ladder made() throws InterruptedException {
        return only(new CreateSilence(desk)
                .run(new CreateSilence.Request("eu", List.of(Matcher.equal("node", "n3")), HOUR, "swap", null)));
    }

    /** A poll a minute later. */
    private void later() throws InterruptedException {
        place.clock.sleep(Duration.ofMinutes(1));
        console.poll();
        watch.look();
    }
}
