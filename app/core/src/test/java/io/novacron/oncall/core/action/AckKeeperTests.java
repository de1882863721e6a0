package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AckTerm;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Realarm;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.silence.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AckKeeperTests {

    private final HurriedClock clock = new HurriedClock();
    private final FakeCluster cluster = new FakeCluster(clock);
    private final Bus bus = new Bus();
    private final Fanout fanout = new Fanout();
    private final Keepers ana = new Keepers("ana", cluster, clock, bus, fanout);
    private final Keepers ben = new Keepers("ben", cluster, clock, bus, fanout);

    @AfterEach
    void end() {
        ana.close();
        ben.close();
        fanout.close();
        bus.close();
    }

    @Test
    void anAcknowledgementFromTheWindowEndsInFifteenMinutesAndNamesItsHolderAndLimit() throws InterruptedException {
        acknowledge(ana, cluster.fire("alertname", "Latency"));

        Silence silence = only(FakeCluster.B);
        AckTerm term = term(silence);
        assertThat(Duration.between(silence.startsAt(), silence.endsAt())).isEqualTo(Duration.ofMinutes(15));
        assertThat(term.lease()).isEqualTo(ana.desk.console()).startsWith("ana/");
        assertThat(term.leaseUntil()).isEqualTo(silence.endsAt().minusSeconds(180));
        assertThat(term.maxUntil()).isEqualTo(silence.startsAt().plus(Duration.ofHours(8)));
    }

    @Test
    void itsConsoleKeepsItAliveAsLongAsItFiresAndWhatOthersWroteStays() throws InterruptedException {
        acknowledge(ana, cluster.fire("alertname", "Latency"));
        Silence first = only(FakeCluster.A);
        Map<String, String> annotations = new HashMap<>(first.annotations());
        annotations.put("team/ticket", " OPS-1 ");
        Silence annotated = with(first, annotations);
        cluster.put(FakeCluster.A, annotated);
        cluster.put(FakeCluster.B, annotated);
        int before = cluster.posts.size();

        for (int minute = 0; minute < 60; minute++) {
            ana.poll();
            clock.sleep(Duration.ofMinutes(1));
        }

        Silence last = only(FakeCluster.B);
        assertThat(last.id()).isEqualTo(first.id());
        assertThat(last.endsAt()).isAfter(clock.now().plusSeconds(240));
        assertThat(last.matchers()).isEqualTo(first.matchers());
        assertThat(last.startsAt()).isEqualTo(first.startsAt());
        assertThat(last.annotations()).containsEntry("team/ticket", " OPS-1 ");
        assertThat(term(last).leaseUntil()).isEqualTo(last.endsAt().minusSeconds(180));
        assertThat(cluster.posts.size() - before).isBetween(4, 6);
        assertThat(ana.alarms.realarms().current()).isEmpty();
    }

    /** Nothing can be written while a machine sleeps, so what lapsed is told by the first poll after it (alerts guide §4.4). */
    @Test
    void aConsoleThatSleptSaysWhatLapsedMeanwhileAndMakesNoSecondOne() throws InterruptedException {
        acknowledge(ana, cluster.fire("alertname", "Latency"));
        ana.poll();
        Instant end = only(FakeCluster.A).endsAt();
        int before = cluster.posts.size();
        clock.sleep(Duration.ofHours(7));

        ana.poll();

        assertThat(ana.alarms.realarms().current()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(Realarm.Reason.RAN_OUT);
            assertThat(one.since()).isEqualTo(end);
        });
        assertThat(cluster.posts).hasSize(before);
    }

    @Test
    void itEndsAtItsLimitAndAlarms() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        new Acknowledge(ana.desk).run(new Acknowledge.Request(List.of(key(latency)), Duration.ofMinutes(20), "", true));
        Instant limit = Objects.requireNonNull(term(only(FakeCluster.A)).maxUntil());

        List<Realarm.Reason> heard = new ArrayList<>();
        for (int minute = 0; minute < 25; minute++) {
            ana.poll();
            ana.alarms.realarms().current().forEach(one -> heard.add(one.reason()));
            clock.sleep(Duration.ofMinutes(1));
        }

        assertThat(cluster.active(FakeCluster.A)).isEmpty();
        assertThat(heard).contains(Realarm.Reason.EXPIRES_SOON, Realarm.Reason.RAN_OUT);
        assertThat(ana.alarms.realarms().current())
                .singleElement()
                .satisfies(one -> assertThat(one.since()).isEqualTo(limit));
    }

    @Test
    void anotherConsoleTakesOverWhatItsHolderLeft() throws InterruptedException {
        acknowledge(ana, cluster.fire("alertname", "Latency"));
        String id = only(FakeCluster.A).id();

        for (int i = 0; i < 80; i++) {
            ben.poll();
            clock.sleep(Duration.ofSeconds(15));
        }

        Silence silence = only(FakeCluster.A);
        assertThat(silence.id()).isEqualTo(id);
        assertThat(term(silence).lease()).isEqualTo(ben.desk.console());
        assertThat(Objects.requireNonNull(AckRecord.read(silence)).owners()).containsExactly("ana");
    }

    @Test
    void whereNoConsoleIsLeftItEndsAndAConsoleThatComesBackAlarms() throws InterruptedException {
        acknowledge(ana, cluster.fire("alertname", "Latency"));
        clock.sleep(Duration.ofMinutes(20));

        ben.poll();

        assertThat(cluster.active(FakeCluster.A)).isEmpty();
        assertThat(ben.alarms.realarms().current()).extracting(Realarm::reason).containsExactly(Realarm.Reason.RAN_OUT);
    }

    @Test
    void whoEndsItWhileItIsExtendedWins() throws InterruptedException {
        acknowledge(ana, cluster.fire("alertname", "Latency"));
        String id = only(FakeCluster.A).id();
        clock.sleep(Duration.ofMinutes(11));
        cluster.beforePost = () -> cluster.expire(FakeCluster.A, id);

        ana.poll();

        assertThat(cluster.active(FakeCluster.A)).isEmpty();
        assertThat(cluster.active(FakeCluster.B)).isEmpty();
    }

    @Test
    void somebodyWhoJoinsInBetweenIsNotOverwritten() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        acknowledge(ana, latency);
        clock.sleep(Duration.ofMinutes(11));
        ana.monitor.refreshOnce(fanout);
        acknowledge(ben, latency);

        ana.keeper.round();
        ana.poll();

        Silence silence = only(FakeCluster.B);
        assertThat(Objects.requireNonNull(AckRecord.read(silence)).owners()).containsExactly("ana", "ben");
        assertThat(term(silence).lease()).isEqualTo(ana.desk.console());
    }

    @Test
    void whatResolvesUnderItEndsAndItsWithheldEndNoticeIsSent() throws InterruptedException {
        acknowledge(ana, cluster.fire("alertname", "Latency", "service", "api"));
        ana.poll();
        clock.sleep(Duration.ofSeconds(15));
        Instant resolved = clock.now();
        cluster.resolveAll();

        for (int i = 0; i < 10; i++) {
            ana.poll();
            clock.sleep(Duration.ofSeconds(15));
        }

        assertThat(cluster.active(FakeCluster.A)).isEmpty();
        assertThat(cluster.resolved).hasSize(2);
        assertThat(cluster.resolved.getFirst().labels().byName())
                .isEqualTo(Map.of("alertname", "Latency", "service", "api"));
        assertThat(cluster.resolved.getFirst().endsAt()).isBetween(resolved, resolved.plusSeconds(20));
        assertThat(ana.desk.log().ladders().getFirst().rearmed()).isTrue();
    }

    @Test
    void absenceRightAfterTheMembersStartedProvesNothing() throws InterruptedException {
        acknowledge(ana, cluster.fire("alertname", "Latency"));
        cluster.uptime = Duration.ofMinutes(4);
        cluster.resolveAll();

        for (int i = 0; i < 20; i++) {
            ana.poll();
            clock.sleep(Duration.ofSeconds(10));
        }

        assertThat(cluster.active(FakeCluster.A)).hasSize(1);
        assertThat(cluster.resolved).isEmpty();
    }

    @Test
    void inASplitClusterEachSideGetsItsOwnAndOneStaysOnceItHeals() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        cluster.split = true;

        List<Ladder> ladders = acknowledge(ana, latency);
        assertThat(ladders).extracting(Ladder::outcome).containsExactly(Outcome.EFFECTIVE, Outcome.EFFECTIVE);
        String onA = only(FakeCluster.A).id();
        String onB = only(FakeCluster.B).id();
        assertThat(onA).isNotEqualTo(onB);
        assertThat(uuid(FakeCluster.A)).isNotEqualTo(uuid(FakeCluster.B));
        ana.poll();
        assertThat(cluster.active(FakeCluster.A)).hasSize(1);

        cluster.heal();
        ana.poll();
        ana.poll();

        assertThat(only(FakeCluster.A).id()).isEqualTo(onA.compareTo(onB) < 0 ? onA : onB);
        assertThat(only(FakeCluster.B).id()).isEqualTo(only(FakeCluster.A).id());
    }

    @Test
    void bothSidesOfASplitAreKeptAlive() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        cluster.split = true;
        acknowledge(ana, latency);

        for (int minute = 0; minute < 30; minute++) {
            ana.poll();
            clock.sleep(Duration.ofMinutes(1));
        }

        assertThat(cluster.active(FakeCluster.A)).hasSize(1);
        assertThat(cluster.active(FakeCluster.B)).hasSize(1);
        assertThat(ana.desk.log().ladders()).extracting(Ladder::outcome).containsOnly(Outcome.EFFECTIVE);
    }

    @Test
    void ofTwoThatMetOnlyLaterTheSmallerStaysWithBothNames() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        cluster.split = true;
        cluster.down.add(FakeCluster.B);
        acknowledge(ana, latency);
        cluster.down.remove(FakeCluster.B);
        cluster.down.add(FakeCluster.A);
        acknowledge(ben, latency);
        cluster.down.clear();
        cluster.heal();
        assertThat(cluster.active(FakeCluster.A)).hasSize(2);

        ana.poll();
        assertThat(cluster.active(FakeCluster.A)).hasSize(2);
        ben.poll();

        Silence left = only(FakeCluster.A);
        assertThat(Objects.requireNonNull(AckRecord.read(left)).owners()).containsExactly("ana", "ben");
        assertThat(only(FakeCluster.B).id()).isEqualTo(left.id());
    }

    @Test
    void aConsoleThatCloseMakesItsOwnLastAnHourWithoutIt() throws InterruptedException {
        acknowledge(ana, cluster.fire("alertname", "Latency"));
        acknowledge(ben, cluster.fire("alertname", "Disk"));

        List<Ladder> held = ana.keeper.hold(AckKeeper.HOLD);

        assertThat(held).extracting(Ladder::outcome).containsExactly(Outcome.EFFECTIVE);
        assertThat(cluster.active(FakeCluster.B))
                .filteredOn(silence -> silence.createdBy().equals("ana"))
                .allSatisfy(silence -> assertThat(silence.endsAt())
                        .isBetween(clock.now().plusSeconds(3500), clock.now().plusSeconds(3600)));
        assertThat(cluster.active(FakeCluster.B))
                .filteredOn(silence -> silence.createdBy().equals("ben"))
                .allSatisfy(silence ->
                        assertThat(silence.endsAt()).isBefore(clock.now().plusSeconds(1000)));
    }

    @Test
    void acknowledgingFromTheWindowTakesOverOneFromTheCommandLine() throws InterruptedException {
        String latency = cluster.fire("alertname", "Latency");
        new Acknowledge(ben.desk).run(new Acknowledge.Request(List.of(key(latency)), Duration.ofHours(1), ""));
        assertThat(term(only(FakeCluster.A)).leased()).isFalse();

        acknowledge(ana, latency);

        assertThat(term(only(FakeCluster.A)).lease()).isEqualTo(ana.desk.console());
        assertThat(Objects.requireNonNull(AckRecord.read(only(FakeCluster.A))).owners())
                .containsExactly("ben", "ana");
    }

    @Test
    void aServerOfUnknownVersionGetsAnnotationsAloneOnlyOnceTheyWereReadBack() throws InterruptedException {
        cluster.unnamed = true;
        String latency = cluster.fire("alertname", "Latency");

        acknowledge(ana, latency);
        assertThat(only(FakeCluster.A).comment()).startsWith("ACK! ana: ").contains(" lease=ana/");
        acknowledge(ben, latency);
        assertThat(only(FakeCluster.A).comment()).startsWith("Acknowledged by ana, ben: ");
        assertThat(only(FakeCluster.A).annotations()).containsEntry("novacron_by", "ana, ben");
    }

    @Test
    void aServerOfUnknownVersionThatKeepsNoAnnotationsKeepsTheComment() throws InterruptedException {
        cluster.unnamed = true;
        cluster.annotations = false;
        String latency = cluster.fire("alertname", "Latency");

        acknowledge(ana, latency);
        acknowledge(ben, latency);

        assertThat(only(FakeCluster.A).comment()).startsWith("ACK! ana, ben: ").contains(" lease=ana/");
        assertThat(only(FakeCluster.A).annotations()).isEmpty();
    }

    @Test
    void whereKthxbyeExtendsTheCommentClaimsItAndThisConsoleNeverExtends() throws InterruptedException {
        try (Keepers cy = new Keepers("cy", cluster, clock, bus, fanout, true)) {
            acknowledge(cy, cluster.fire("alertname", "Latency"));
            Silence silence = only(FakeCluster.A);
            assertThat(silence.comment()).startsWith("ACK! cy: ").doesNotContain("lease=");
            assertThat(silence.annotations()).isEmpty();

            clock.sleep(Duration.ofMinutes(12));
            cy.poll();

            assertThat(only(FakeCluster.A).endsAt()).isEqualTo(silence.endsAt());
            assertThat(cy.alarms.realarms().current()).isEmpty();
        }
    }

    private static List<Ladder> acknowledge(Keepers who, String fingerprint) throws InterruptedException {
        ActionResult result = new Acknowledge(who.desk)
                .run(new Acknowledge.Request(List.of(key(fingerprint)), Acknowledge.LONGEST_HOLD, "", true));
        return ((ActionResult.Tried) result).ladders();
    }

    private static AlertKey key(String fingerprint) {
        return new AlertKey("eu", fingerprint);
    }

    private Silence only(String member) {
        assertThat(cluster.active(member)).hasSize(1);
        return cluster.active(member).getFirst();
    }

    private String uuid(String member) {
        return Objects.requireNonNull(AckRecord.read(only(member))).id();
    }

    private static AckTerm term(Silence silence) {
        return Objects.requireNonNull(AckRecord.read(silence)).term();
    }

    private static Silence with(Silence silence, Map<String, String> annotations) {
        return new Silence(
                silence.id(),
                silence.state(),
                silence.matchers(),
                silence.startsAt(),
                silence.endsAt(),
                silence.updatedAt(),
                silence.createdBy(),
                silence.comment(),
                annotations);
    }
}
