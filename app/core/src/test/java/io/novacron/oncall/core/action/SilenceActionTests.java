package io.novacron.oncall.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.alert.SeverityMap;
import io.novacron.oncall.core.bus.Bus;
import io.novacron.oncall.core.fault.FaultRow;
import io.novacron.oncall.core.fetch.Fanout;
import io.novacron.oncall.core.journal.MemoryJournal;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilenceActionTests {

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
    void aSmallSilenceIsFollowedUntilEveryAlertItHitsNamesIt() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            cluster.fire("alertname", "Disk", "node", "n" + i, "severity", "warning");
        }

        Ladder ladder = tried(create(Role.RESPONDER, Duration.ofHours(1), null, Matcher.equal("node", "n3")));

        assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(ladder.matches()).isEqualTo(1);
        assertThat(cluster.active(FakeCluster.B).getFirst().comment()).startsWith("disk swap [oncall:");
    }

    @FaultRow("F59 a silence matches a fifth of all, or a critical alert, or lasts long: type the count, whoever asks")
    void aLargeALongAndACriticalOneNeedTheCountOfEveryRole() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            cluster.fire("alertname", "Disk", "node", "n" + i, "severity", i == 9 ? "critical" : "warning");
        }
        Matcher all = Matcher.equal("alertname", "Disk");
        Matcher critical = Matcher.equal("node", "n9");
        Matcher one = Matcher.equal("node", "n1");

        assertThat(confirm(create(Role.ADMIN, Duration.ofHours(1), null, all))).isEqualTo(10);
        assertThat(confirm(create(Role.LEAD, Duration.ofHours(1), null, critical)))
                .isEqualTo(1);
        assertThat(confirm(create(Role.RESPONDER, Duration.ofHours(5), null, one)))
                .isEqualTo(1);
        assertThat(confirm(create(Role.RESPONDER, Duration.ofHours(1), 9, all))).isEqualTo(10);
        assertThat(cluster.posts).isEmpty();
        assertThat(tried(create(Role.RESPONDER, Duration.ofHours(1), 10, all)).outcome())
                .isEqualTo(Outcome.EFFECTIVE);
    }

    @Test
    void aWordThatTheConfigurationCallsCriticalNeedsTheCount() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            cluster.fire("alertname", "Disk", "node", "n" + i, "severity", i == 3 ? "kaputt" : "warning");
        }
        ActionDesk desk = new ActionDesk(
                List.of(new ClusterDesk(cluster, cluster, true)),
                new Operator("ana", Role.LEAD),
                fanout,
                clock,
                new LadderLog(bus),
                new MemoryJournal(clock),
                ActionDesk.PATIENCE,
                null,
                new SeverityMap(Map.of("kaputt", Severity.S1, "warning", Severity.S3)));

        ActionResult result = new CreateSilence(desk)
                .run(new CreateSilence.Request(
                        "eu", List.of(Matcher.equal("node", "n3")), Duration.ofHours(1), "swap", null));

        assertThat(confirm(result)).isEqualTo(1);
    }

    @FaultRow("F61 F62 F63 our clock is 70 or 30 min behind, or 30 ahead: 1 h is 1 h of the server's, in force at once")
    void aSilenceLastsByTheServersClock() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            cluster.fire("alertname", "Disk", "node", "n" + i, "severity", "warning");
        }
        for (int minutes : List.of(70, 30, -30)) {
            cluster.ahead = Duration.ofMinutes(minutes);
            Instant serverNow = clock.now().plus(cluster.ahead);

            Ladder ladder = tried(create(Role.RESPONDER, Duration.ofHours(1), null, Matcher.equal("node", "n3")));

            assertThat(ladder.outcome()).isEqualTo(Outcome.EFFECTIVE);
            Silence silence = cluster.active(FakeCluster.A).getLast();
            assertThat(silence.id()).isEqualTo(ladder.silenceId());
            assertThat(Duration.between(serverNow.plus(Duration.ofHours(1)), silence.endsAt()))
                    .isBetween(Duration.ZERO, Duration.ofSeconds(5));
        }
    }

    @FaultRow("F61 a moment that has passed on the server: its 400 is shown plainly, and nothing is written")
    void anEndThatIsPastOnTheServerIsToldAsTheServerTellsIt() throws InterruptedException {
        cluster.ahead = Duration.ofMinutes(70);

        Ladder ladder = tried(new CreateSilence(desk("ana", Role.RESPONDER))
                .run(new CreateSilence.Request(
                        "eu",
                        List.of(Matcher.equal("node", "n3")),
                        Duration.ofHours(1),
                        clock.now().plus(Duration.ofHours(1)),
                        "disk swap",
                        null)));

        assertThat(ladder.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ladder.detail()).contains("400").contains("in the past");
        assertThat(cluster.posts).isEmpty();
    }

    @Test
    void onlyNegativeMatchersAreRefusedWhateverIsConfirmed() throws InterruptedException {
        cluster.fire("alertname", "Disk");

        ActionResult result = create(Role.ADMIN, Duration.ofHours(1), 1, new Matcher("q", Matcher.Op.NOT_EQUAL, "x"));

        assertThat(result).isInstanceOfSatisfying(ActionResult.Refused.class, refused -> {
            assertThat(refused.why()).contains("1 alert ").contains("= or =~");
            assertThat(refused.confirm()).isNull();
        });
        assertThat(cluster.posts).isEmpty();
    }

    @Test
    void anUnreadablePatternIsNamedAndNothingIsWritten() throws InterruptedException {
        ActionResult result = create(Role.ADMIN, Duration.ofHours(1), null, new Matcher("a", Matcher.Op.REGEX, "(x"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Invalid.class,
                        invalid -> assertThat(invalid.why()).contains("(x"));
        assertThat(cluster.posts).isEmpty();
    }

    @Test
    void expiringEndsItEverywhereAndAnUnknownIdIsNamed() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            cluster.fire("alertname", "Disk", "node", "n" + i, "severity", "warning");
        }
        String id = tried(create(Role.RESPONDER, Duration.ofHours(1), null, Matcher.equal("node", "n3")))
                .silenceId();
        ExpireSilence expire = new ExpireSilence(desk("ana", Role.RESPONDER));

        Ladder ended = tried(expire.run(new ExpireSilence.Request(List.of(id), null, "")));
        ActionResult unknown = expire.run(new ExpireSilence.Request(List.of("nope"), null, ""));

        assertThat(ended.outcome()).isEqualTo(Outcome.EFFECTIVE);
        assertThat(cluster.active(FakeCluster.A)).isEmpty();
        assertThat(unknown)
                .isInstanceOfSatisfying(
                        ActionResult.Invalid.class,
                        invalid -> assertThat(invalid.why()).contains("nope"));
    }

    @Test
    void anIdThatTwoClustersHoldEndsNothing() throws InterruptedException {
        cluster.fire("alertname", "Disk", "severity", "info");
        cluster.fire("alertname", "Net", "severity", "info");
        String id = tried(create(Role.LEAD, Duration.ofHours(1), 1, Matcher.equal("alertname", "Disk")))
                .silenceId();
        ClusterDesk one = new ClusterDesk(cluster, cluster, true);
        ActionDesk both = new ActionDesk(
                List.of(one, one),
                new Operator("ana", Role.LEAD),
                fanout,
                clock,
                new LadderLog(bus),
                new MemoryJournal(clock),
                ActionDesk.PATIENCE);

        ActionResult result = new ExpireSilence(both).run(new ExpireSilence.Request(List.of(id), null, ""));

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Invalid.class,
                        invalid -> assertThat(invalid.why()).contains(id, "eu and eu"));
        assertThat(cluster.active(FakeCluster.A)).hasSize(1);
    }

    @Test
    void everyRungCanBeReadBackNewestFirst() throws InterruptedException {
        cluster.fire("alertname", "Disk", "severity", "info");
        LadderLog log = new LadderLog(bus);
        ActionDesk desk = new ActionDesk(
                List.of(new ClusterDesk(cluster, cluster, true)),
                new Operator("ana", Role.LEAD),
                fanout,
                clock,
                log,
                new MemoryJournal(clock),
                ActionDesk.PATIENCE);

        new CreateSilence(desk)
                .run(new CreateSilence.Request(
                        "eu", List.of(Matcher.equal("alertname", "Disk")), Duration.ofHours(1), "why", 1));
        new CreateSilence(desk)
                .run(new CreateSilence.Request(
                        "eu", List.of(Matcher.equal("alertname", "None")), Duration.ofHours(1), "why", null));

        assertThat(log.ladders())
                .extracting(Ladder::what)
                .containsExactly("silence {alertname=\"None\"}", "silence {alertname=\"Disk\"}");
        assertThat(log.ladders()).allMatch(Ladder::over);
    }

    private ActionResult create(Role role, Duration length, @Nullable Integer confirm, Matcher matcher)
            throws InterruptedException {
        return new CreateSilence(desk("ana", role))
                .run(new CreateSilence.Request("eu", List.of(matcher), length, "disk swap", confirm));
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

    private static int confirm(ActionResult result) {
        assertThat(result).isInstanceOf(ActionResult.Refused.class);
        return Objects.requireNonNull(((ActionResult.Refused) result).confirm());
    }

    private static Ladder tried(ActionResult result) {
        assertThat(result).isInstanceOf(ActionResult.Tried.class);
        return ((ActionResult.Tried) result).ladders().getFirst();
    }
}
