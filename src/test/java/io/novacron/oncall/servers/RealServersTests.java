package io.novacron.oncall.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Each real server starts, answers with the version we think it is, and is gone after it was closed. */
class RealServersTests {
    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"PROMETHEUS_2_42", "PROMETHEUS_3_8"})
    void prometheusAnswersWithItsVersion(Servers version) throws IOException {
        PrometheusServer server = PrometheusServer.start(version, PrometheusConfig.empty());
        try (server) {
            JsonNode data =
                    Http.get(server.url("/api/v1/status/buildinfo")).ok().json().path("data");
            assertThat(data.path("version").asString()).startsWith(version.version());
        }
        assertThat(server.alive()).isFalse();
        assertThat(server.folder()).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"PROMETHEUS_2_42", "PROMETHEUS_3_8"})
    void prometheusKnowsAHistoryItWasGiven(Servers version) throws IOException {
        String history = """
                # TYPE novacron_vms gauge
                novacron_vms{state="running"} 40 1600000000
                novacron_vms{state="running"} 42 1600000060
                # EOF
                """;
        PrometheusConfig config = PrometheusConfig.empty().withHistory(history);
        try (PrometheusServer server = PrometheusServer.start(version, config)) {
            JsonNode result = server.query("novacron_vms @ 1600000060");
            assertThat(result.path(0).path("value").path(1).asString()).isEqualTo("42");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"ALERTMANAGER_0_25", "ALERTMANAGER_0_34"})
    void alertmanagerAnswersWithItsVersion(Servers version) throws IOException {
        try (AlertmanagerServer server = AlertmanagerServer.start(version, AlertmanagerServer.QUIET_CONFIG)) {
            JsonNode info = server.status().path("versionInfo");
            assertThat(info.path("version").asString()).startsWith(version.version());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"JAEGER_1_48", "JAEGER_1_62"})
    void jaegerAnswersAndItsProgramTellsItsVersion(Servers version) throws IOException {
        try (JaegerServer server = JaegerServer.start(version)) {
            assertThat(Http.get(server.url("/api/services")).json().has("data")).isTrue();
            assertThat(saidVersion(version)).contains("v" + version.version());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Servers.class,
            names = {"ELASTICSEARCH_7_17", "OPENSEARCH_3_8"})
    void searchServerAnswersWithItsVersionAndDistribution(Servers version) throws IOException {
        try (SearchServer server = SearchServer.start(version)) {
            JsonNode info = server.info().path("version");
            assertThat(info.path("number").asString()).isEqualTo(version.version());
            assertThat(info.path("distribution").asString("elasticsearch")).isEqualTo(version.product());
        }
    }

    @Test
    void reportNamesWhoTookPartAndWhoWasMissing() {
        assertThat(TookPart.report(EnumSet.of(Servers.JAEGER_1_48), EnumSet.of(Servers.OPENSEARCH_3_8)))
                .contains("(1 of 8): jaeger 1.48.0", "opensearch 3.8.0");
        assertThat(TookPart.report(EnumSet.noneOf(Servers.class), EnumSet.noneOf(Servers.class)))
                .contains("(0 of 8): none");
    }

    /** Jaeger's API does not name its version, its program does. */
    private static String saidVersion(Servers version) throws IOException {
        Process process = new ProcessBuilder(
                        ServerCache.tool(version, version.program()).toString(), "version")
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
