package io.novacron.oncall.fault;

import static io.novacron.oncall.fault.AlertPairStage.active;
import static io.novacron.oncall.fault.AlertPairStage.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.cli.OncallRun;
import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Consent;
import io.novacron.oncall.core.action.CreateSilence;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.Reapply;
import io.novacron.oncall.core.action.Vanished;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.Verdict;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.servers.AlertmanagerServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The faults of distributed state that concern alerts and silences, on real members (reliability guide §5.3). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertFaultsTests {

    @TempDir
    static Path folder;

    private AlertPairStage stage;

    @BeforeAll
    void start() {
        stage = new AlertPairStage(folder);
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    static Stream<FaultRow<AlertPairStage>> rows() {
        return Stream.of(
                FaultRow.real(
                        "F57",
                        "two people edit one silence: one is left, and who lost is shown both three ways",
                        AlertFaultsTests::twoEdits),
                FaultRow.real(
                        "F58",
                        "two people acknowledge one alert: one silence, both named, nobody fails",
                        AlertFaultsTests::twoAcknowledgements),
                FaultRow.real(
                        "F52", "a member is SETTLING: said, and writes go to a ready one", AlertFaultsTests::settling),
                FaultRow.real(
                        "F53",
                        "split brain: a silence is written on each side with a UUID of its own, and the smaller id stays",
                        AlertFaultsTests::splitBrain),
                FaultRow.real(
                        "F54",
                        "members die with what they never wrote to disk: silence vanished, put back when asked",
                        AlertFaultsTests::lostWithItsMembers),
                FaultRow.real("F50", "one member lost: 1/2, usable, every alert once", AlertFaultsTests::oneMemberLost),
                FaultRow.real(
                        "F51",
                        "all members lost: the list stays, with its age, and is never green",
                        AlertFaultsTests::allMembersLost));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatMustBeSeenIsSeen(FaultRow<AlertPairStage> row) throws Throwable {
        row.run(stage);
    }

    /** A window that is open and, a day ahead, those to come. */
    @Test
    void recurringMaintenanceIsMadeOnceByTwoConsoles() throws Exception {
        stage.fire("Planned", 8);
        try (Composition ana = stage.console(stage.planned("ana"));
                Composition ben = stage.console(stage.planned("ben"))) {
            ana.stay();
            ben.stay();
            await().atMost(Duration.ofSeconds(30)).during(Duration.ofSeconds(3)).untilAsserted(() -> {
                for (AlertmanagerServer member : stage.pair.members()) {
                    assertThat(AlertPairStage.maintenance(member))
                            .containsExactlyInAnyOrder("backup active", "backup pending", "upgrade pending");
                }
            });
        }
        assertThat(active(stage.pair.second(), "Planned")).hasSize(1);
    }

    private static void twoEdits(AlertPairStage stage) throws Exception {
        stage.fire("Edited", 8);
        Path ana = stage.config("ana");
        Path ben = stage.config("ben");
        String id = run(
                        0,
                        ana,
                        "silence",
                        "add",
                        "--matcher",
                        "alertname=\"Edited\"",
                        "--matcher",
                        "node=\"node-1\"",
                        "--for",
                        "1h",
                        "--comment",
                        "swap")
                .path("silenceId")
                .asString();
        List<OncallRun> runs = atOnce(List.of(ana, ben), who -> {
            String node = who.equals(ana) ? "node=\"node-2\"" : "node=\"node-3\"";
            return OncallRun.of(
                    who,
                    Map.of(),
                    "silence",
                    "edit",
                    id,
                    "--matcher",
                    "alertname=\"Edited\"",
                    "--matcher",
                    node,
                    "--json");
        });
        int winners = 0;
        for (OncallRun edit : runs) {
            boolean won = edit.json().path("outcome").asString().equals("EFFECTIVE");
            winners += won ? 1 : 0;
            assertThat(edit.exit()).as("%s", edit.out()).isEqualTo(won ? 0 : 3);
            // who read the silence only after the other's edit saw it ended, and is told what took its place
            boolean late = edit.json().path("detail").asString().contains("was replaced meanwhile by");
            assertThat(edit.json().path("conflict").isNull())
                    .as("%s", edit.out())
                    .isEqualTo(won || late);
        }
        assertThat(winners).isEqualTo(1);
        for (AlertmanagerServer member : stage.pair.members()) {
            assertThat(active(member, "Edited")).hasSize(1);
        }
    }

    private static void twoAcknowledgements(AlertPairStage stage) throws Exception {
        String fingerprint = stage.fire("Taken", 1);
        List<OncallRun> runs = atOnce(
                List.of(stage.config("ana"), stage.config("ben")),
                who -> OncallRun.of(who, Map.of(), "ack", fingerprint, "--json"));
        assertThat(runs).allSatisfy(one -> {
            assertThat(one.exit()).as("%s %s", one.out(), one.err()).isZero();
            assertThat(one.json().path("outcome").asString()).isEqualTo("EFFECTIVE");
        });
        for (AlertmanagerServer member : stage.pair.members()) {
            assertThat(active(member, "Taken").values())
                    .singleElement()
                    .satisfies(silence -> assertThat(silence.path("annotations")
                                    .path("novacron_by")
                                    .asString()
                                    .split(", "))
                            .containsExactlyInAnyOrder("ana", "ben"));
        }
        JsonNode alert = run(0, stage.config("ana"), "alert", fingerprint);
        assertThat(alert.path("ack").path("owner").asString()).contains("ana").contains("ben");
    }

    private static List<OncallRun> atOnce(List<Path> people, Function<Path, OncallRun> does) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<OncallRun>> started = people.stream()
                    .map(who -> pool.submit(() -> does.apply(who)))
                    .toList();
            List<OncallRun> runs = new ArrayList<>();
            for (Future<OncallRun> run : started) {
                runs.add(run.get());
            }
            return runs;
        }
    }

    private static void settling(AlertPairStage stage) throws Exception {
        String fingerprint = stage.fire("Settled", 1);
        try (AlertmanagerServer third = stage.pair.settlingMember()) {
            Path ana = stage.config(
                    "ana",
                    third.url(),
                    stage.pair.first().url(),
                    stage.pair.second().url());
            assertThat(third.status().path("cluster").path("status").asString()).isEqualTo("settling");

            JsonNode ack = run(0, ana, "ack", fingerprint);

            assertThat(ack.path("ladder").path(1).path("detail").asString())
                    .startsWith(stage.pair.first().hostPort());
            JsonNode source = run(1, ana, "alerts").path("sources").path(0);
            assertThat(source.path("states").valueStream().map(JsonNode::asString))
                    .contains("SETTLING");
        }
    }

    private static void oneMemberLost(AlertPairStage stage) throws Exception {
        String fingerprint = stage.fire("Lonely", 8);
        stage.pair.second().kill();
        Path ana = stage.config("ana");

        JsonNode ack = run(0, ana, "ack", fingerprint);
        assertThat(ack.path("detail").asString())
                .startsWith("1/2, " + stage.pair.second().hostPort() + " unreachable");
        JsonNode alerts = run(1, ana, "alerts");
        JsonNode source = alerts.path("sources").path(0);
        assertThat(source.path("state").asString()).isEqualTo("PARTIAL");
        assertThat(source.path("reason").asString())
                .contains(stage.pair.second().hostPort());
        assertThat(alerts.path("allClear").asBoolean()).isFalse();
        List<String> fingerprints = alerts.path("alerts")
                .valueStream()
                .map(alert -> alert.path("fingerprint").asString())
                .toList();
        assertThat(fingerprints).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(8);
        stage.pair.second().restart();
    }

    private static void allMembersLost(AlertPairStage stage) throws Exception {
        Path ana = stage.config("ana");
        try (Composition console = stage.console(ana)) {
            console.monitor().refreshOnce(console.fanout());
            AlertBoard before = console.monitor().alerts();
            assertThat(before.alerts()).isNotEmpty();
            stage.pair.members().forEach(AlertmanagerServer::kill);

            console.monitor().refreshOnce(console.fanout());

            assertThat(console.monitor().alerts().alerts()).isEqualTo(before.alerts());
            SourceStatus source = console.monitor().statuses().getFirst();
            assertThat(source.states()).contains(SourceState.UNREACHABLE);
            assertThat(source.live()).isFalse();
            assertThat(source.lastGood()).isNotNull();
            assertThat(console.monitor().verdict().word()).isNotEqualTo(Verdict.Word.ALL_CLEAR);
        }
        assertThat(OncallRun.of(ana, Map.of(), "alerts", "--json").exit()).isEqualTo(3);
        stage.pair.members().forEach(AlertmanagerServer::restart);
        stage.pair.awaitSettled();
    }

    private static void splitBrain(AlertPairStage stage) throws Exception {
        Path ana = stage.config("ana");
        stage.fire("Split", 8);
        stage.pair.split();
        JsonNode sources = run(1, ana, "alerts").path("sources");
        assertThat(sources.path(0).path("states").valueStream().map(JsonNode::asString))
                .contains("SPLIT");

        JsonNode made = run(
                0,
                ana,
                "silence",
                "add",
                "--matcher",
                "alertname=\"Split\"",
                "--matcher",
                "node=\"node-1\"",
                "--for",
                "1h",
                "--comment",
                "swap");
        assertThat(made.path("results").size()).isEqualTo(2);
        String first = active(stage.pair.first(), "Split").keySet().iterator().next();
        String second = active(stage.pair.second(), "Split").keySet().iterator().next();
        assertThat(made.path("results")
                        .valueStream()
                        .map(one -> one.path("silenceId").asString()))
                .containsExactlyInAnyOrder(first, second);
        assertThat(uuids(stage)).as("each has a UUID of its own").hasSize(2);
        JsonNode longer = run(0, ana, "silence", "extend", second, "--for", "2h");
        assertThat(longer.path("results").size()).isEqualTo(2);

        try (Composition console = stage.console(stage.config("ben"))) {
            console.stay();
            stage.pair.heal();
            String stays = first.compareTo(second) < 0 ? first : second;
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                for (AlertmanagerServer member : stage.pair.members()) {
                    assertThat(active(member, "Split").keySet()).containsExactly(stays);
                }
            });
        }
    }

    /** As the window does it, over the journal that a command before it left. */
    private static void lostWithItsMembers(AlertPairStage stage) throws Exception {
        stage.fire("Lost", 8);
        Path ana = stage.config("ana");
        try (Composition console = stage.console(ana)) {
            List<Matcher> one = List.of(Matcher.equal("alertname", "Lost"), Matcher.equal("node", "node-1"));
            assertThat(new CreateSilence(console.actions())
                            .run(new CreateSilence.Request("eu", one, Duration.ofHours(1), "swap", null)))
                    .isInstanceOf(ActionResult.Tried.class);
            String id = active(stage.pair.first(), "Lost").keySet().iterator().next();
            for (AlertmanagerServer member : stage.pair.members()) {
                member.kill();
            }
            for (AlertmanagerServer member : stage.pair.members()) {
                member.wipe();
                member.restart();
            }
            stage.pair.awaitSettled();
            stage.fire("Lost", 8);
            assertThat(active(stage.pair.first(), "Lost")).isEmpty();

            console.stay();
            await().atMost(Duration.ofSeconds(50))
                    .until(() -> !console.vanishing().vanished().isEmpty());
            Vanished lost = console.vanishing().vanished().getFirst();
            assertThat(lost.silenceId()).isEqualTo(id);
            assertThat(active(stage.pair.first(), "Lost")).as("never by itself").isEmpty();

            ActionResult back = new Reapply(console.actions()).run(new Reapply.Request(lost, Consent.NONE));
            assertThat(Ladder.worst(((ActionResult.Tried) back).ladders())).isEqualTo(Outcome.EFFECTIVE);
            for (AlertmanagerServer member : stage.pair.members()) {
                assertThat(active(member, "Lost").values())
                        .extracting(silence ->
                                silence.path("annotations").path("novacron_id").asString())
                        .containsExactly(lost.action().id());
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> console.vanishing().vanished().isEmpty());
        }
    }

    private static Set<String> uuids(AlertPairStage stage) throws Exception {
        Set<String> uuids = new HashSet<>();
        for (AlertmanagerServer member : stage.pair.members()) {
            active(member, "Split")
                    .values()
                    .forEach(silence -> uuids.add(
                            silence.path("annotations").path("novacron_id").asString()));
        }
        return uuids;
    }
}
