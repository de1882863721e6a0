package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.journal.MemoryJournal;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Maintenance;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceNote;
import io.novacron.oncall.core.silence.SilenceState;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It is 03:00 UTC on a Sunday for {@link HurriedClock}. */
class SilenceUpkeepTests {

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
    void theNextWindowIsMadeAheadAsAPendingSilenceOfANamedOwner() throws InterruptedException {
        assertThat(plans("ana", Role.RESPONDER, "05:00", 2).run(List.of())).isEmpty();

        Silence made = all().getFirst();
        assertThat(made.state()).isEqualTo(SilenceState.PENDING);
        assertThat(made.startsAt()).hasToString("2026-11-22T05:00:00Z");
        assertThat(made.endsAt()).hasToString("2026-11-22T07:00:00Z");
        assertThat(made.createdBy()).isEqualTo("ana");
        assertThat(made.annotations()).containsEntry(SilenceNote.MAINTENANCE, "backup");
    }

    @Test
    void anotherConsoleFindsItAndMakesNoSecond() throws InterruptedException {
        plans("ana", Role.RESPONDER, "05:00", 2).run(List.of());
        plans("ben", Role.RESPONDER, "05:00", 2).run(List.of());
        plans("ana", Role.RESPONDER, "05:00", 2).run(List.of());

        assertThat(all()).hasSize(1);
    }

    @Test
    void whereTheLastPollListsItTheMembersAreNotAsked() throws InterruptedException {
        plans("ana", Role.RESPONDER, "05:00", 2).run(List.of());
        ClusterAnswer polled = desk("ana", Role.RESPONDER)
                .read(desk("ana", Role.RESPONDER).clusters().getFirst());
        cluster.down.addAll(cluster.members());

        assertThat(plans("ana", Role.RESPONDER, "05:00", 2).run(List.of(polled)))
                .as("a member that was asked would have been silent")
                .isEmpty();
    }

    @Test
    void oneThatSomebodyEndedIsNotMadeAgain() throws InterruptedException {
        plans("ana", Role.RESPONDER, "05:00", 2).run(List.of());
        cluster.expire(FakeCluster.A, all().getFirst().id());
        plans("ana", Role.RESPONDER, "05:00", 2).run(List.of());

        assertThat(all()).extracting(Silence::state).containsExactly(SilenceState.EXPIRED);
    }

    @Test
    void aWindowThatIsOpenAlreadyIsMadeForTheRestOfIt() throws InterruptedException {
        plans("ana", Role.RESPONDER, "02:00", 2).run(List.of());

        assertThat(all().getFirst().state()).isEqualTo(SilenceState.ACTIVE);
        assertThat(all().getFirst().endsAt()).hasToString("2026-11-22T04:00:00Z");
    }

    @Test
    void whatIsALeadsToDecideIsLeftToALeadsConsole() throws InterruptedException {
        assertThat(plans("ana", Role.RESPONDER, "05:00", 5).run(List.of()))
                .singleElement()
                .asString()
                .contains("backup")
                .contains("lead");
        assertThat(plans("ana", Role.VIEWER, "05:00", 2).run(List.of())).isNotEmpty();
        assertThat(all()).isEmpty();
        assertThat(plans("eva", Role.LEAD, "05:00", 5).run(List.of())).isEmpty();
        assertThat(all()).hasSize(1);
    }

    @Test
    void aClusterThatDoesNotAnswerIsSaidAndLeftAlone() throws InterruptedException {
        cluster.down.addAll(cluster.members());

        assertThat(plans("ana", Role.RESPONDER, "05:00", 2).run(List.of()))
                .singleElement()
                .asString()
                .contains("no member of eu answers");
        cluster.down.clear();
        assertThat(all()).isEmpty();
    }

    @Test
    void ofTwinsThatStayForTwoTurnsTheLargerIdIsEnded() {
        put("id-b", "one");
        put("id-a", "one");
        put("id-c", "other");
        SilenceUpkeep upkeep = new SilenceUpkeep(
                desk("ana", Role.RESPONDER), this::now, new PlanMaintenance(desk("ana", Role.LEAD), List.of()), bus);

        assertThat(upkeep.run()).isTrue();
        assertThat(cluster.active(FakeCluster.A)).hasSize(3);
        assertThat(upkeep.run()).isTrue();

        assertThat(cluster.active(FakeCluster.A)).extracting(Silence::id).containsExactlyInAnyOrder("id-a", "id-c");
    }

    private Monitor.AlertsNow now() {
        return new Monitor.AlertsNow(List.of(), board());
    }

    private AlertBoard board() {
        try {
            ActionDesk desk = desk("ana", Role.RESPONDER);
            return AlertBoard.of(List.of(desk.read(desk.clusters().getFirst())), SeverityMap.DEFAULT);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void put(String id, String tag) {
        Silence silence = new Silence(
                id,
                SilenceState.ACTIVE,
                List.of(Matcher.equal("node", "n1")),
                clock.now(),
                clock.now().plusSeconds(3_600),
                clock.now(),
                "ana",
                "swap",
                Map.of(SilenceNote.ID, tag));
        cluster.put(FakeCluster.A, silence);
        cluster.put(FakeCluster.B, silence);
    }

    private List<Silence> all() {
        return cluster.all(FakeCluster.A);
    }

    private PlanMaintenance plans(String who, Role role, String at, int hours) {
        Maintenance plan = new Maintenance(
                "backup",
                "eu",
                List.of(Matcher.equal("node", "n1")),
                Set.of(),
                LocalTime.parse(at),
                ZoneId.of("UTC"),
                Duration.ofHours(hours),
                "nightly backup");
        return new PlanMaintenance(desk(who, role), List.of(plan));
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
}
