package io.novacron.oncall.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AlertsCommandTests {

    private static final Map<String, String> WATCHDOG = Map.of("alertname", "Watchdog", "severity", "none");
    private static final Map<String, String> SLOW =
            Map.of("alertname", "StorageLatencyHigh", "severity", "critical", "volume", "v\u001b[2J\n1");

    @TempDir
    Path folder;

    @Test
    void aWatchdogAloneIsAllClear() {
        Shell.Ran ran = new Shell(folder, FakeAlerts.firing("eu", List.of(WATCHDOG))).run("alerts", "--json");
        assertThat(ran.exit()).isZero();
        assertThat(ran.json().path("allClear").asBoolean()).isTrue();
        assertThat(ran.json().path("observedAt").asString()).isEqualTo("2026-11-22T09:00:00Z");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void whatFiresIsTheAnswerNoInTheShapeScriptsRelyOn() {
        Shell.Ran ran = new Shell(folder, FakeAlerts.firing("eu", List.of(WATCHDOG, SLOW))).run("alerts", "--json");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.json().propertyNames()).contains("observedAt", "allClear", "sources", "alerts");
        JsonNode source = ran.json().path("sources").path(0);
        assertThat(source.propertyNames())
                .contains("name", "kind", "states", "state", "reason", "lastGood", "version", "latencyMs", "skewMs");
        assertThat(source.path("latencyMs").asInt()).isEqualTo(7);
        JsonNode alert = ran.json().path("alerts").path(0);
        assertThat(alert.propertyNames())
                .contains(
                        "fingerprint",
                        "labels",
                        "annotations",
                        "severity",
                        "startsAt",
                        "state",
                        "silencedBy",
                        "inhibitedBy",
                        "mutedBy",
                        "receivers",
                        "seenOn",
                        "ack",
                        "runbook",
                        "cluster");
        assertThat(alert.path("state").asString()).isEqualTo("firing");
        assertThat(alert.path("severity").asString()).isEqualTo("S1");
        assertThat(alert.path("ack").isNull()).isTrue();
        assertThat(alert.path("runbook").isNull()).isTrue();
        assertThat(alert.path("seenOn").path(0).asString()).isEqualTo("eu/am:9093");
        assertThat(alert.path("labels").path("volume").asString()).isEqualTo("v\u001b[2J\n1");
    }

    @Test
    void aFailedSourceBeatsWhatFiresAndIsSaid() {
        Shell.Ran ran = new Shell(folder, FakeAlerts.firing("eu", List.of(SLOW)), FakeAlerts.dead("us"))
                .run("alerts", "--json");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.json().path("alerts").size()).isEqualTo(1);
        assertThat(ran.json().path("sources").path(1).path("state").asString()).isEqualTo("UNREACHABLE");
        assertThat(ran.err()).contains("us is UNREACHABLE: am:9093 cannot be reached");
    }

    @Test
    void nothingIsAllClearWhileNoSourceAnswers() {
        Shell.Ran ran = new Shell(folder, FakeAlerts.dead("us")).run("alerts", "--json");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.json().path("allClear").asBoolean()).isFalse();
        assertThat(ran.json().path("observedAt").isNull()).isTrue();
    }

    @Test
    void filtersAndStatesNarrowTheListButNotTheVerdict() {
        Shell shell = new Shell(folder, FakeAlerts.firing("eu", List.of(WATCHDOG, SLOW)));
        Shell.Ran none = shell.run("alerts", "--json", "--filter", "severity=\"critical\"", "--filter", "alertname=x");
        assertThat(none.exit()).isZero();
        assertThat(none.json().path("alerts").size()).isZero();
        assertThat(none.json().path("allClear").asBoolean()).isFalse();
        Shell.Ran silenced = shell.run("alerts", "--json", "--state", "silenced,acknowledged");
        assertThat(silenced.json().path("alerts").size()).isZero();
        Shell.Ran unknown = shell.run("alerts", "--state", "loud");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("firing, acknowledged, silenced, inhibited, muted");
    }

    @Test
    void aTableShowsNoControlCharacters() {
        Shell shell = new Shell(folder, FakeAlerts.firing("eu", List.of(SLOW)));
        Shell.Ran list = shell.run("alerts");
        assertThat(list.out()).contains("StorageLatencyHigh", "Writes take 40 ms");
        Shell.Ran one = shell.run("alert", Labels.of(SLOW).fingerprint());
        assertThat(one.exit()).isZero();
        assertThat(one.out()).contains("volume: v␛[2J⏎1").doesNotContain("\u001b");
    }

    @Test
    void anAlertOfTwoClustersWantsTheClusterNamed() {
        Shell shell = new Shell(folder, FakeAlerts.firing("eu", List.of(SLOW)), FakeAlerts.firing("us", List.of(SLOW)));
        String fingerprint = Labels.of(SLOW).fingerprint();
        Shell.Ran both = shell.run("alert", fingerprint, "--json");
        assertThat(both.exit()).isEqualTo(2);
        assertThat(both.err()).contains("eu, us").contains("--cluster");
        Shell.Ran one = shell.run("alert", fingerprint, "--cluster", "us", "--json");
        assertThat(one.exit()).isZero();
        assertThat(one.json().path("cluster").asString()).isEqualTo("us");
        assertThat(shell.run("alert", fingerprint, "--cluster", "asia").exit()).isEqualTo(2);
    }

    @Test
    void aFingerprintThatMayBeOnTheClusterThatDoesNotAnswerIsNotCalledUnknown() {
        Shell shell = new Shell(folder, FakeAlerts.firing("eu", List.of(SLOW)), FakeAlerts.dead("us"));
        assertThat(shell.run("alert", "00000000deadbeef").exit()).isEqualTo(3);
        assertThat(shell.run("alert", "deadbeef").exit()).isEqualTo(2);
    }
}
