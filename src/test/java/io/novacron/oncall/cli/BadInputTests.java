package io.novacron.oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is one sentence that names the thing, with its exit code; nothing is written, no secret is printed. */
class BadInputTests {

    private static final String CANARY = "canary-7c1f0e";
    private static final String UNKNOWN = "00000000deadbeef";

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void begin() throws IOException {
        answer(200, "application/json", "[]");
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aWrongUrlIsASourceThatCannotBeReached() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        OncallRun run = run(config("http://127.0.0.1:" + closed, ""), "check", "--json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.json().path("sources").path(0).path("state").asString()).isEqualTo("UNREACHABLE");
        assertThat(run.json().path("sources").path(0).path("reason").asString()).contains("127.0.0.1:" + closed);
    }

    @Test
    void aWrongCredentialIsDeniedAndNeverPrinted() throws IOException {
        answer(401, "text/plain", "no");
        server.start();
        Path config = config(url(), "basic = { user = \"oncall\", password = \"env:AM_PASSWORD\" }");
        OncallRun run = OncallRun.of(config, Map.of("AM_PASSWORD", CANARY), "alerts", "--json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.json().path("allClear").asBoolean()).isFalse();
        assertThat(run.json().path("sources").path(0).path("state").asString()).isEqualTo("DENIED");
        assertThat(run.json().path("sources").path(0).path("reason").asString())
                .contains("401")
                .contains("check basic");
        assertThat(run.out() + run.err()).doesNotContain(CANARY);
        nothingWasWritten();
    }

    @Test
    void anUnknownAuthorityIsNamedWithTheWayToTrustIt() throws IOException {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .commonName("am.example")
                .build();
        server.useHttps(
                new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
        server.start();
        OncallRun run = run(config("https://127.0.0.1:" + server.getPort(), ""), "check", "--json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.json().path("sources").path(0).path("state").asString()).isEqualTo("UNTRUSTED");
        assertThat(run.json().path("sources").path(0).path("reason").asString())
                .contains("am.example")
                .contains("tls = { ca = ");
    }

    @Test
    void aWebPageInsteadOfTheApiIsNamed() throws IOException {
        answer(200, "text/html", "<html><body>Sign in</body></html>");
        server.start();
        OncallRun run = run(config(url(), ""), "ack", UNKNOWN);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("check the URL and its path prefix").doesNotContain("\tat ");
        nothingWasWritten();
    }

    @Test
    void aMatcherThatCannotBeReadIsRefusedWithItsColumn() throws IOException {
        server.start();
        OncallRun run = run(
                config(url(), ""),
                "silence",
                "add",
                "--matcher",
                "service=~\"(\"",
                "--for",
                "1h",
                "--comment",
                "planned work");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).containsOnlyOnce("\n").contains("column 10");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void anUnknownFingerprintIsSaidToBeUnknownAndNothingIsWritten() throws IOException {
        serveAlertmanager();
        Path config = config(url(), "");
        for (String command : new String[] {"alert", "ack", "unack"}) {
            OncallRun run = run(config, command, UNKNOWN);
            assertThat(run.exit()).as(command).isEqualTo(1);
            assertThat(run.err()).as(command).containsOnlyOnce("\n").contains(UNKNOWN);
        }
        nothingWasWritten();
    }

    @Test
    void aTypoInTheConfigurationIsNamedWithPlaceAndTheNearestKey() throws IOException {
        Path config = config("http://127.0.0.1:1", "evry = \"15s\"");
        String before = Files.readString(config);
        OncallRun run = run(config, "alerts", "--json");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(config + ":10:1: ").contains("evry").contains("every");
        assertThat(Files.readString(config)).isEqualTo(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(config);
        }
    }

    @Test
    void aPlainPasswordIsRefusedWithTheWaysToReferToOneAndNeverPrinted() {
        Path config = config("http://127.0.0.1:1", "basic = { user = \"oncall\", password = \"" + CANARY + "\" }");
        OncallRun run = run(config, "check");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(config + ":10:").contains("env:").contains("file:");
        assertThat(run.out() + run.err()).doesNotContain(CANARY);
    }

    @Test
    void aMissingConfigurationSaysWhereItIsLookedForAndHowToBegin() {
        OncallRun run = run(folder.resolve("none.toml"), "alerts");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .containsOnlyOnce("\n")
                .contains(folder.resolve("none.toml").toString())
                .contains("docs/guide/configure.md");
    }

    private static OncallRun run(Path config, String... arguments) {
        return OncallRun.of(config, Map.of(), arguments);
    }

    /** The extra line is the tenth of the file. */
    private Path config(String url, String line) {
        String text = """
                [operator]
                name = "ana"
                role = "responder"

                [[source]]
                name = "am"
                kind = "alertmanager"
                cluster = "eu"
                urls = ["%s"]
                %s
                """.formatted(url, line);
        return OncallRun.write(folder, "config.toml", text);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private void answer(int status, String type, String body) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return response(status, type, body);
            }
        });
    }

    /** A quiet Alertmanager. */
    private void serveAlertmanager() throws IOException {
        String status = """
                {"cluster":{"name":"","peers":[],"status":"disabled"},"config":{"original":""},
                 "uptime":"2026-11-22T08:00:00.000Z","versionInfo":{"version":"0.34.2"}}
                """;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean about = Objects.requireNonNull(request.getTarget()).startsWith("/api/v2/status");
                return response(200, "application/json", about ? status : "[]");
            }
        });
        server.start();
    }

    private static MockResponse response(int status, String type, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .body(body)
                .build();
    }

    private void nothingWasWritten() {
        for (int left = server.getRequestCount(); left > 0; left--) {
            try {
                assertThat(server.takeRequest().getMethod()).isEqualTo("GET");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
