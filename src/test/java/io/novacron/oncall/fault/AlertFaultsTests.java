package io.novacron.oncall.fault;

import static io.novacron.oncall.fault.AlertPairStage.active;
import static io.novacron.oncall.fault.AlertPairStage.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.action.ActionResult;
import io.novacron.oncall.core.action.Consent;
import io.novacron.oncall.core.action.CreateSilence;
import io.novacron.oncall.core.action.Ladder;
import io.novacron.oncall.core.action.Outcome;
import io.novacron.oncall.core.action.Reapply;
import io.novacron.oncall.core.action.Vanished;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.desktop.Composition;
import io.novacron.oncall.servers.AlertmanagerServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
                        "F53",
                        "split brain: a silence is written on each side with a UUID of its own, and the smaller id stays",
                        AlertFaultsTests::splitBrain),
                FaultRow.real(
                        "F54",
                        "members die with what they never wrote to disk: silence vanished, put back when asked",
                        AlertFaultsTests::lostWithItsMembers));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatMustBeSeenIsSeen(FaultRow<AlertPairStage> row) throws Throwable {
        row.run(stage);
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
