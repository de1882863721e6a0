package io.novacron.oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.servers.AlertmanagerPair;
import io.novacron.oncall.servers.AlertmanagerServer;
import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.Servers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Planned silences changed by the command line on a gossiping pair of Alertmanagers. */
class SilencesOnAPairTests {

    private static final int ALERTS = 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"ALERTMANAGER_0_25", "ALERTMANAGER_0_34"})
    void silencesAreExtendedEditedAndEndedAndNeverDoubled(Servers version) throws Exception {
        try (AlertmanagerPair pair = AlertmanagerPair.start(version, AlertmanagerServer.QUIET_CONFIG)) {
            fire(pair);
            Path ana = config(pair, "ana");
            Path ben = config(pair, "ben");
            boolean annotations = version == Servers.ALERTMANAGER_0_34;
            String one = added(ana, "node-1");
            String two = added(ana, "node-2");

            JsonNode both = run(0, ana, "silence", "extend", one, two, "--for", "2h");
            assertThat(both.path("results").size()).isEqualTo(2);
            assertThat(both.path("oldId").asString()).isEqualTo(one);
            for (JsonNode result : both.path("results")) {
                assertThat(result.path("outcome").asString()).isEqualTo("EFFECTIVE");
                assertThat(result.path("newId").asString())
                        .isEqualTo(result.path("oldId").asString());
            }
            for (AlertmanagerServer member : pair.members()) {
                Instant ends = Instant.parse(silence(member, one).path("endsAt").asString());
                assertThat(Duration.between(
                                Instant.parse(
                                        silence(member, one).path("updatedAt").asString()),
                                ends))
                        .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
            }

            JsonNode edited = run(
                    0, ben, "silence", "edit", one, "--matcher", "node=~\"node-1|node-3\"", "--comment", "two of them");
            String next = edited.path("newId").asString();
            assertThat(next).isNotEqualTo(one);
            assertThat(edited.path("conflict").isNull()).isTrue();
            for (AlertmanagerServer member : pair.members()) {
                assertThat(active(member)).containsExactlyInAnyOrder(next, two);
                JsonNode now = silence(member, next);
                assertThat(now.path("comment").asString()).startsWith("two of them [oncall:");
                assertThat(now.path("createdBy").asString()).isEqualTo("ana");
                assertThat(now.path("annotations").path("novacron_from").asString(""))
                        .isEqualTo(annotations ? one : "");
            }

            JsonNode lapsed = run(3, ana, "silence", "extend", one, "--for", "1h");
            assertThat(lapsed.path("outcome").asString()).isEqualTo("FAILED");
            run(1, ana, "silence", "extend", "00000000-0000-4000-8000-000000000000", "--for", "1h");
            foreignAnnotationsSurvive(pair, ana, annotations);
            run(4, ana, "silence", "extend", two, "--for", "5h");
            run(4, ana, "silence", "extend", two, "--for", "5h", "--confirm", "1");
            run(0, ana, "silence", "extend", two, "--for", "5h", "--confirm", "1", "--comment", "night");
            assertThat(silence(pair.second(), two)
                            .path("annotations")
                            .path("novacron_break_glass")
                            .asString(""))
                    .isEqualTo(annotations ? "night" : "");

            JsonNode ended = run(0, ana, "silence", "expire", next, two);
            assertThat(ended.path("results").size()).isEqualTo(2);
            assertThat(active(pair.second())).isEmpty();
        }
    }

    private void foreignAnnotationsSurvive(AlertmanagerPair pair, Path config, boolean annotations) throws IOException {
        String id = pair.first()
                .postSilence(Http.JSON.writeValueAsString(Map.of(
                        "matchers",
                        List.of(Map.of("name", "node", "value", "node-5", "isRegex", false, "isEqual", true)),
                        "startsAt",
                        "2100-01-01T00:00:00Z",
                        "endsAt",
                        "2100-01-01T02:00:00Z",
                        "createdBy",
                        "amtool",
                        "comment",
                        "planned",
                        "annotations",
                        Map.of("ticket", "OPS-1"))));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> silence(pair.second(), id).has("id"));
        run(0, config, "silence", "edit", id, "--comment", "planned well");
        for (AlertmanagerServer member : pair.members()) {
            JsonNode now = silence(member, id);
            assertThat(now.path("status").path("state").asString()).isEqualTo("pending");
            assertThat(now.path("comment").asString()).isEqualTo("planned well");
            assertThat(now.path("startsAt").asString()).startsWith("2100-01-01T00:00:00");
            assertThat(now.path("annotations").path("ticket").asString("")).isEqualTo(annotations ? "OPS-1" : "");
        }
        run(0, config, "silence", "expire", id, "--confirm", "1", "--comment", "not needed");
    }

    private String added(Path config, String node) {
        JsonNode added = run(
                0, config, "silence", "add", "--matcher", "node=\"" + node + "\"", "--for", "1h", "--comment", "swap");
        return added.path("silenceId").asString();
    }

    private static JsonNode run(int exit, Path config, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        OncallRun run = OncallRun.of(config, Map.of(), all.toArray(String[]::new));
        assertThat(run.exit()).as("%s: %s %s", all, run.out(), run.err()).isEqualTo(exit);
        return run.json();
    }

    private Path config(AlertmanagerPair pair, String operator) {
        String text = """
                [operator]
                name = "%s"
                role = "responder"

                [[source]]
                name = "am"
                kind = "alertmanager"
                cluster = "eu"
                urls = ["%s", "%s"]
                """.formatted(operator, pair.first().url(), pair.second().url());
        return OncallRun.write(folder, operator + ".toml", text);
    }

    private static void fire(AlertmanagerPair pair) throws IOException {
        List<Map<String, Object>> alerts = new ArrayList<>();
        for (int i = 0; i < ALERTS; i++) {
            alerts.add(Map.of("labels", Map.of("alertname", "Load", "severity", "warning", "node", "node-" + i)));
        }
        for (AlertmanagerServer member : pair.members()) {
            member.postAlerts(Http.JSON.writeValueAsString(alerts));
        }
    }

    private static JsonNode silence(AlertmanagerServer member, String id) throws IOException {
        for (JsonNode silence : member.silences()) {
            if (silence.path("id").asString().equals(id)) {
                return silence;
            }
        }
        return Http.JSON.missingNode();
    }

    private static List<String> active(AlertmanagerServer member) throws IOException {
        List<String> ids = new ArrayList<>();
        for (JsonNode silence : member.silences()) {
            if (silence.path("status").path("state").asString().equals("active")) {
                ids.add(silence.path("id").asString());
            }
        }
        return ids;
    }
}
