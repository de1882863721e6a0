package io.novacron.oncall.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.desktop.cli.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RouteCommandTests {

    private static final String YAML = """
            route:
              receiver: ops
              group_by: [cluster, alertname]
              group_wait: 10s
              routes:
                - {receiver: security, matchers: [component="security"], continue: true, group_by: ['...']}
                - {receiver: oncall, matchers: [severity="critical"], repeat_interval: 1h, mute_time_intervals: [night]}
            receivers:
              - {name: ops, slack_configs: [{channel: '#ops'}]}
              - {name: security}
              - {name: oncall, pagerduty_configs: [{routing_key: <secret>}]}
            time_intervals: [{name: night, time_intervals: [{times: [{start_time: '08:00', end_time: '10:00'}]}]}]
            """;

    @TempDir
    Path folder;

    private String file = "";

    @BeforeEach
    void writeTheFile() throws IOException {
        file = Files.writeString(folder.resolve("alertmanager.yml"), YAML).toString();
    }

    @Test
    void theDocumentHasTheShapeScriptsRelyOn() {
        Shell.Ran ran = run("--labels", "severity=critical,component=security", "--config-file", file, "--json");
        assertThat(ran.exit()).isZero();
        JsonNode json = ran.json();
        assertThat(json.path("receivers").toString()).isEqualTo("[\"security\",\"oncall\"]");
        assertThat(json.path("groupBy").toString()).isEqualTo("[\"...\"]");
        assertThat(json.path("groupWait").asString()).isEqualTo("10s");
        assertThat(json.path("groupInterval").asString()).isEqualTo("5m");
        assertThat(json.path("repeatInterval").asString()).isEqualTo("4h");
        JsonNode path = json.path("path");
        assertThat(path.size()).isEqualTo(3);
        assertThat(path.path(0).path("matchers").size()).isZero();
        assertThat(path.path(0).path("receiver").asString()).isEqualTo("ops");
        assertThat(path.path(1).path("continue").asBoolean()).isTrue();
        assertThat(path.path(2).path("matchers").toString())
                .isEqualTo("[{\"name\":\"severity\",\"op\":\"=\",\"value\":\"critical\"}]");
        assertThat(path.path(2).path("continue").asBoolean(true)).isFalse();
        assertThat(json.path("routes").path(1).path("repeatInterval").asString())
                .isEqualTo("1h");
    }

    @Test
    void theTextDrawsTheWayWithTheReasonAtEachRoute() {
        Shell.Ran ran = run("--labels", "severity=critical", "--config-file", file);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("muted by night until 2026-11-22T10:00:00Z", "PagerDuty oncall")
                .endsWith("""
                        + ops: takes every alert, a route below takes it
                          - security {component="security"} continue: component="security" does not hold: the alert has no component
                          > oncall {severity="critical"}: all matchers hold
                        """);
    }

    @Test
    void aBatchAnswersLineByLineAndABadLineDoesNotEndIt() throws IOException {
        Path questions = Files.writeString(folder.resolve("questions.jsonl"), """
                {"labels":{"severity":"critical"}}
                nonsense
                {"labels":[]}
                {"labels":{"a":1}}
                {"labels":{}}
                """);
        Shell.Ran ran = run("--batch", questions.toString(), "--config-file", file);
        assertThat(ran.exit()).isZero();
        List<JsonNode> lines = ran.out().lines().map(Json::read).toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst().path("receivers").toString()).isEqualTo("[\"oncall\"]");
        assertThat(lines.subList(1, 4)).allMatch(line -> line.path("error").isObject());
        assertThat(lines.get(4).path("receivers").toString()).isEqualTo("[\"ops\"]");
    }

    @Test
    void aFileThatIsNoConfigurationIsUsageWithThePlace() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yml"), "route: {receiver: nobody}");
        Shell.Ran ran = run("--labels", "a=b", "--config-file", broken.toString(), "--json");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().path("error").path("text").asString()).contains("no receiver is called nobody");
        assertThat(ran.err()).contains("broken.yml", "route.receiver, line 1");
        assertThat(run(
                                "--labels",
                                "a=b",
                                "--config-file",
                                folder.resolve("none.yml").toString())
                        .exit())
                .isEqualTo(2);
        assertThat(run("--config-file", file).exit()).isEqualTo(2);
        assertThat(run("--labels", "nonsense", "--config-file", file).exit()).isEqualTo(2);
    }

    @Test
    void withoutAFileTheAlertmanagersAreAsked() {
        FakeAlerts eu = FakeAlerts.routing("eu", YAML);
        Shell.Ran one = new Shell(folder, eu).run("route", "--labels", "severity=critical", "--json");
        assertThat(one.exit()).isZero();
        assertThat(one.json().path("receivers").toString()).isEqualTo("[\"oncall\"]");
        Shell.Ran same = new Shell(folder, eu, FakeAlerts.routing("us", YAML)).run("route", "--labels", "", "--json");
        assertThat(same.exit()).isZero();
        assertThat(same.json().path("receivers").toString()).isEqualTo("[\"ops\"]");
    }

    @Test
    void clustersThatRouteDifferentlyMustBeNamed() {
        Shell shell = new Shell(
                folder,
                FakeAlerts.routing("eu", YAML),
                FakeAlerts.routing("us", "{route: {receiver: x}, receivers: [{name: x}]}"));
        Shell.Ran both = shell.run("route", "--labels", "a=b");
        assertThat(both.exit()).isEqualTo(2);
        assertThat(both.err()).contains("eu/am:9093; us/am:9093", "--cluster");
        assertThat(shell.run("route", "--labels", "a=b", "--cluster", "us", "--json")
                        .json()
                        .path("receivers")
                        .toString())
                .isEqualTo("[\"x\"]");
        assertThat(shell.run("route", "--labels", "a=b", "--cluster", "moon").exit())
                .isEqualTo(2);
    }

    @Test
    void aClusterThatDoesNotAnswerIsSaidAndIsExitThree() {
        Shell.Ran half = new Shell(folder, FakeAlerts.routing("eu", YAML), FakeAlerts.dead("us"))
                .run("route", "--labels", "a=b", "--json");
        assertThat(half.exit()).isEqualTo(3);
        assertThat(half.json().path("receivers").toString()).isEqualTo("[\"ops\"]");
        assertThat(half.err()).contains("us: am:9093 cannot be reached");
        assertThat(new Shell(folder, FakeAlerts.dead("us"))
                        .run("route", "--labels", "a=b")
                        .exit())
                .isEqualTo(3);
    }

    private Shell.Ran run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "route";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Shell(folder).run(all);
    }
}
