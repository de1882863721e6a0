package io.novacron.oncall.core.action;

import static io.novacron.oncall.core.action.Workplace.ladders;
import static io.novacron.oncall.core.action.Workplace.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.silence.Maintenance;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.silence.SilenceTag;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two members that do not know each other: what one takes never reaches the other (reliability guide F53). */
class SplitClusterTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Matcher N3 = Matcher.equal("node", "n3");
    private static final Matcher N4 = Matcher.equal("node", "n4");

    private final Workplace place = new Workplace();
    private final FakeCluster cluster = place.cluster;
    private final ActionDesk ana = place.desk("ana");
    private String fingerprint = "";

    @BeforeEach
    void fire() {
        for (int i = 0; i < 10; i++) {
            fingerprint = cluster.fire("alertname", "Disk", "node", "n" + i, "severity", "warning");
        }
    }

    @AfterEach
    void end() {
        place.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSilenceIsMadeOnEachSideWithAnIdOfItsOwnAndOneIntent(boolean annotations) throws InterruptedException {
        cluster.annotations = annotations;
        cluster.split = true;

        List<Ladder> ladders = ladders(made());

        assertThat(ladders).extracting(Ladder::outcome).containsExactly(Outcome.EFFECTIVE, Outcome.EFFECTIVE);
        assertThat(ladders.getFirst().what()).contains("on a:9093 alone");
        assertThat(ladders.getLast().what()).contains("on b:9093 alone");
        Silence first = sole(FakeCluster.A);
        Silence second = sole(FakeCluster.B);
        assertThat(first.id()).isEqualTo(ladders.getFirst().silenceId()).isNotEqualTo(second.id());
        assertThat(SilenceTag.id(first))
                .isEqualTo(ladders.getFirst().id())
                .isNotEqualTo(SilenceTag.id(second))
                .isEqualTo(SilenceTag.intent(second));
        assertThat(SilenceTag.reason(second.comment())).isEqualTo("swap");
    }

    @Test
    void aSideThatCannotBeWrittenToIsSaidBesideTheOneThatTookIt() throws InterruptedException {
        cluster.split = true;
        cluster.settling.add(FakeCluster.B);

        List<Ladder> ladders = ladders(made());

        assertThat(ladders).extracting(Ladder::outcome).containsExactly(Outcome.EFFECTIVE, Outcome.FAILED);
        assertThat(ladders.getLast().detail()).contains("b:9093 is still settling");
    }

    @Test
    void whatIsExtendedOnOneSideIsExtendedOnTheOther() throws InterruptedException {
        cluster.split = true;
        String first = ladders(made()).getFirst().silenceId();
        String second = sole(FakeCluster.B).id();

        List<Ladder> ladders = ladders(new ExtendSilence(ana)
                .run(new ExtendSilence.Request(List.of(second, first), Duration.ofHours(3), Consent.NONE)));

        assertThat(ladders).extracting(Ladder::silenceId).containsExactlyInAnyOrder(first, second);
        assertThat(ladders).extracting(Ladder::outcome).containsOnly(Outcome.EFFECTIVE);
        for (String member : cluster.members()) {
            assertThat(sole(member).endsAt()).isAfter(place.clock.now().plus(Duration.ofHours(2)));
        }
    }

    @Test
    void whatWasMadeBeforeTheSplitIsEditedOnBothSidesAndNoUuidStandsTwice() throws InterruptedException {
        String id = only(made()).silenceId();
        cluster.split = true;

        List<Ladder> ladders = ladders(edit(id, N4));

        assertThat(ladders).extracting(Ladder::outcome).containsOnly(Outcome.EFFECTIVE);
        assertThat(ladders).extracting(Ladder::oldId).containsExactly(id, id);
        assertThat(sole(FakeCluster.A).matchers()).containsExactly(N4);
        assertThat(sole(FakeCluster.B).matchers()).containsExactly(N4);
        assertThat(SilenceTag.id(sole(FakeCluster.A))).isNotEqualTo(SilenceTag.id(sole(FakeCluster.B)));
        assertThat(SilenceTag.intent(sole(FakeCluster.A))).isEqualTo(SilenceTag.intent(sole(FakeCluster.B)));
    }

    @Test
    void aSideThatHasNoSuchSilenceIsSaidAndLeftAlone() throws InterruptedException {
        cluster.split = true;
        String id = ladders(made()).getFirst().silenceId();
        cluster.expire(FakeCluster.B, sole(FakeCluster.B).id());
        cluster.posts.clear();

        List<Ladder> ladders =
                ladders(new ExtendSilence(ana).run(new ExtendSilence.Request(List.of(id), HOUR, Consent.NONE)));

        assertThat(ladders).extracting(Ladder::outcome).containsExactly(Outcome.EFFECTIVE, Outcome.FAILED);
        assertThat(ladders.getLast().detail()).contains("no such silence there");
        assertThat(cluster.posts).containsExactly(FakeCluster.A);
    }

    @Test
    void whatSomebodyChangedOnOneSideStopsTheEditOnTheOther() throws InterruptedException {
        String id = only(made()).silenceId();
        Silence base = sole(FakeCluster.A);
        cluster.split = true;
        Silence theirs = new Silence(
                id,
                SilenceState.ACTIVE,
                base.matchers(),
                base.startsAt(),
                base.endsAt(),
                place.clock.now(),
                "ben",
                base.comment(),
                base.annotations());
        cluster.put(FakeCluster.A, theirs);

        Ladder ladder = only(new EditSilence(ana)
                .run(new EditSilence.Request(id, base, new SilenceEdit(List.of(N4), null, null, null), Consent.NONE)));

        assertThat(Objects.requireNonNull(ladder.conflict()).theirs()).isEqualTo(theirs);
        assertThat(sole(FakeCluster.B).matchers()).containsExactly(N3);
    }

    @Test
    void endingItEndsItOnBothSidesWhetherItWasMadeBeforeTheSplitOrAfter() throws InterruptedException {
        String before = only(made()).silenceId();
        cluster.split = true;
        String after = ladders(made()).getFirst().silenceId();

        List<Ladder> ladders =
                ladders(new ExpireSilence(ana).run(new ExpireSilence.Request(List.of(before, after), null, "")));

        assertThat(ladders).extracting(Ladder::outcome).hasSize(3).containsOnly(Outcome.EFFECTIVE);
        assertThat(cluster.active(FakeCluster.A)).isEmpty();
        assertThat(cluster.active(FakeCluster.B)).isEmpty();
    }

    @Test
    void anAcknowledgementFromBeforeTheSplitIsGivenBackOnBothSides() throws InterruptedException {
        only(new Acknowledge(ana).run(new Acknowledge.Request(List.of(Workplace.key(fingerprint)), HOUR, "")));
        cluster.split = true;

        Ladder ladder = only(
                new Unacknowledge(ana).run(new Unacknowledge.Request(List.of(Workplace.key(fingerprint)), null, "")));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(cluster.active(FakeCluster.A)).isEmpty();
        assertThat(cluster.active(FakeCluster.B)).isEmpty();
    }

    @Test
    void eachSideKeepsItsOwnUntilTheyAreOneAgainAndThenTheSmallerIdStays() throws InterruptedException {
        cluster.split = true;
        made();
        String smaller = Stream.of(sole(FakeCluster.A).id(), sole(FakeCluster.B).id())
                .sorted()
                .findFirst()
                .orElseThrow();
        SilenceUpkeep upkeep = new SilenceUpkeep(
                ana,
                () -> new Monitor.AlertsNow(List.of(), place.board()),
                new PlanMaintenance(ana, List.of()),
                place.bus);

        assertThat(upkeep.run()).isTrue();
        assertThat(upkeep.run()).isTrue();
        assertThat(cluster.active(FakeCluster.A)).hasSize(1);
        assertThat(cluster.active(FakeCluster.B)).hasSize(1);
        cluster.heal();
        assertThat(upkeep.run()).isTrue();

        assertThat(sole(FakeCluster.A).id()).isEqualTo(smaller);
        assertThat(sole(FakeCluster.B).id()).isEqualTo(smaller);
    }

    @Test
    void recurringMaintenanceIsPlannedOnEachSide() throws InterruptedException {
        cluster.split = true;
        PlanMaintenance plan = new PlanMaintenance(
                ana,
                List.of(new Maintenance(
                        "backup",
                        "eu",
                        List.of(N3),
                        Set.of(),
                        LocalTime.of(5, 0),
                        ZoneId.of("UTC"),
                        HOUR,
                        "nightly backup")));

        assertThat(plan.run(List.of())).isEmpty();
        assertThat(plan.run(List.of())).isEmpty();

        assertThat(cluster.all(FakeCluster.A)).hasSize(1);
        assertThat(cluster.all(FakeCluster.B)).hasSize(1);
        assertThat(SilenceTag.intent(cluster.all(FakeCluster.B).getFirst()))
                .isEqualTo(SilenceTag.id(cluster.all(FakeCluster.A).getFirst()));
    }

    private ActionResult made() throws InterruptedException {
        return new CreateSilence(ana).run(new CreateSilence.Request("eu", List.of(N3), HOUR, "swap", null));
    }

    private ActionResult edit(String id, Matcher matcher) throws InterruptedException {
        return new EditSilence(ana)
                .run(new EditSilence.Request(
                        id, null, new SilenceEdit(List.of(matcher), null, null, null), Consent.NONE));
    }

    private Silence sole(String member) {
        assertThat(cluster.active(member)).hasSize(1);
        return cluster.active(member).getFirst();
    }
}
