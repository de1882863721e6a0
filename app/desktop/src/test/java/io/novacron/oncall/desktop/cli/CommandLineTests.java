package io.novacron.oncall.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "run",
                "picture",
                "check",
                "alerts",
                "alert",
                "ack",
                "unack",
                "silence",
                "silence list",
                "silence preview",
                "silence add",
                "silence edit",
                "silence extend",
                "silence expire",
                "route",
                "match",
                "query",
                "topology",
                "traces",
                "traces search",
                "trace",
                "logs",
                "logs search",
                "demo",
                "estate",
                "completion"
            })
    void everyLevelHasHelp(String command) {
        Shell.Ran ran = new Shell(folder).run((command + " --help").strip().split(" "));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("Usage: oncall " + command).contains("--config", "--env");
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demon",
                "demo --scenario storage-latncy",
                "demo --at soon",
                "demo --seed x",
                "demo --config my.toml",
                "estate --scenario nothing-like-it",
                "estate --port 70000",
                "estate --otlp http://127.0.0.1:4318",
                "estate --elasticsearch http://127.0.0.1:9200",
                "picture --view alerts --out x.png --scenario calm",
                "picture --view alerts --out x.png --demo --scenario calmer",
                "alerts --nonsense",
                "alert",
                "silence",
                "silence add --matcher a=b --comment x",
                "ack 00000000deadbeef --for soon",
                "run http://example.org",
                "run oncall://alert/nope",
                "picture --view moon --out x.png",
                "picture --view logs --out x.png --size big",
                "picture --view logs --out x.png --theme pink",
                "trace 1 --critical-path",
                "logs search x --lang kql",
                "completion fish",
                "query up"
            })
    void wrongUsageIsTwoAndOneSentenceNotAStackTrace(String line) {
        Shell.Ran ran = new Shell(folder, FakeAlerts.firing("eu", List.of())).run(line.split(" "));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("oncall: ").doesNotContain("\tat ", "Exception");
    }

    @Test
    void aMistypedScenarioIsToldTheNearestAndAnUnknownOneAllOfThem() {
        assertThat(new Shell(folder).run("demo", "--scenario", "storage-latncy").err())
                .contains("\"storage-latncy\"; did you mean \"storage-latency\"?");
        assertThat(new Shell(folder).run("estate", "--scenario", "xyzzy").err())
                .contains("\"xyzzy\"; known are calm, bad-deploy, ");
    }

    @Test
    void aFaultOfOursIsOneLineWithAnIdAndItsStackTraceIsInTheLogOnly() throws IOException {
        Shell.Ran ran = new Shell(folder, new IllegalStateException("canary"), FakeAlerts.dead("eu")).run("alerts");
        assertThat(ran.exit()).isEqualTo(70);
        assertThat(ran.err()).containsOnlyOnce("\n").doesNotContain("canary");
        String log = Files.readString(folder.resolve("state").resolve("oncall-faults.log"));
        String id =
                ran.err().substring(ran.err().indexOf("ours, ") + 6, ran.err().indexOf(';'));
        assertThat(log).contains(id, "IllegalStateException: canary");
    }

    @Test
    void anErrorOfTheMachineIsAFaultTooAndNeverTheAnswerNo() {
        Shell.Ran ran = new Shell(folder, new NoClassDefFoundError("canary"), FakeAlerts.dead("eu")).run("alerts");
        assertThat(ran.exit()).isEqualTo(70);
        assertThat(ran.err()).containsOnlyOnce("\n").doesNotContain("canary");
    }

    @Test
    void completionIsAScriptThatKnowsTheCommands() {
        Shell.Ran ran = new Shell(folder).run("completion", "bash");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("silence", "unack", "--config");
    }
}
