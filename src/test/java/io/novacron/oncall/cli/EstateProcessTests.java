package io.novacron.oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstateProcessTests {

    private static final int BASE = 19_200;
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    void theEstateServesOnConsecutivePortsAndLeavesNothingBehind() {
        try (OncallProcess process = OncallProcess.start(folder, "estate", "--port", String.valueOf(BASE))) {
            ServedEstate estate = ServedEstate.of(process);
            List<Integer> ports = estate.urls().stream().map(URI::getPort).toList();
            assertThat(ports)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(BASE, BASE + ports.size()).boxed().toList());
            assertThat(estate.config()).exists();

            OncallRun second = OncallProcess.run(folder.resolve(".."), "estate", "--port", String.valueOf(BASE));
            assertThat(second.exit()).isEqualTo(2);
            assertThat(second.err()).contains(String.valueOf(BASE)).contains("--port N");

            assertThat(process.end()).isEqualTo(TERMINATED);
            assertThat(estate.config().getParent()).doesNotExist();
            ports.forEach(port -> assertThatCode(() -> listen(port)).doesNotThrowAnyException());
        }
    }

    @Test
    void calmIsAllClearAndABlindPrometheusNeverIs() {
        try (OncallProcess process = OncallProcess.start(folder, "estate")) {
            OncallRun calm = OncallRun.of(ServedEstate.of(process).config(), Map.of(), "alerts", "--json");
            assertThat(calm.json().path("allClear").asBoolean())
                    .as(calm.out() + calm.err())
                    .isTrue();
        }
        try (OncallProcess process =
                OncallProcess.start(folder, "estate", "--scenario", "blind-prometheus", "--at", "10m")) {
            OncallRun blind = OncallRun.of(ServedEstate.of(process).config(), Map.of(), "alerts", "--json");
            assertThat(blind.json().path("allClear").asBoolean(true))
                    .as(blind.out() + blind.err())
                    .isFalse();
        }
    }

    private static void listen(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }
}
