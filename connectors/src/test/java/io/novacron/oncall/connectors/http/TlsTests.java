package io.novacron.oncall.connectors.http;

import static io.novacron.oncall.connectors.http.Backend.ASK;
import static io.novacron.oncall.connectors.http.Backend.GOOD;
import static io.novacron.oncall.connectors.http.Backend.NAME;
import static io.novacron.oncall.connectors.http.Backend.error;
import static io.novacron.oncall.connectors.http.Backend.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.secret.Secret;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F11 to F14: whom we trust, and what we say of whom we do not. */
@Timeout(60)
class TlsTests {

    private static HeldCertificate authority;

    @TempDir
    private Path folder;

    private Backend backend;

    @BeforeAll
    static void found() {
        authority = new HeldCertificate.Builder()
                .commonName("Nova CA")
                .certificateAuthority(0)
                .build();
    }

    @BeforeEach
    void start() {
        backend = new Backend();
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void aCertificateOfTheOwnAuthorityIsTrustedAndItsEndIsKnown() throws IOException {
        HeldCertificate server = certificate("127.0.0.1").build();
        serve(server);
        backend.answer(GOOD);
        Fetched<String> fetched = read(pem(authority));
        assertThat(value(fetched)).isEqualTo("right");
        assertThat(((Fetched.Answer<String>) fetched).contact().tlsNotAfter())
                .isEqualTo(server.certificate().getNotAfter().toInstant());
    }

    @Test
    void theMachinesStoreStaysTrustedBesideTheOwnAuthority() throws IOException {
        int machine = ServerTrust.of(null).getAcceptedIssuers().length;
        assertThat(ServerTrust.of(pem(authority)).getAcceptedIssuers()).hasSize(machine + 1);
    }

    @Test
    void anUnknownAuthorityIsNotTrustedAndTheCertificateIsDescribed() throws IOException {
        HeldCertificate server = certificate("127.0.0.1").build();
        serve(server);
        SourceError.Untrusted error = error(read(null), SourceError.Untrusted.class);
        assertThat(error.state()).isEqualTo(SourceState.UNTRUSTED);
        assertThat(error.reason())
                .startsWith("its certificate comes from an authority we do not know: ")
                .contains("CN=prom.nova")
                .contains("issued by CN=Nova CA")
                .contains("valid until " + server.certificate().getNotAfter().toInstant());
        assertThat(error.sentence()).endsWith("name its CA file with tls = { ca = \"…\" }");
        assertThat(backend.server.getRequestCount()).isZero();
    }

    @Test
    void anExpiredCertificateIsNotTrusted() throws IOException {
        Instant now = Clock.system().now();
        Instant end = now.minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        serve(certificate("127.0.0.1")
                .validityInterval(now.minus(9, ChronoUnit.DAYS).toEpochMilli(), end.toEpochMilli())
                .build());
        SourceError.Untrusted error = error(read(pem(authority)), SourceError.Untrusted.class);
        assertThat(error.reason()).startsWith("its certificate has expired: ").contains("valid until " + end);
    }

    @Test
    void aCertificateForAnotherHostIsNotTrusted() throws IOException {
        serve(certificate("elsewhere.nova").build());
        SourceError.Untrusted error = error(read(pem(authority)), SourceError.Untrusted.class);
        assertThat(error.reason())
                .startsWith("its certificate is for another host: certificate of CN=prom.nova")
                .contains("issued by CN=Nova CA");
        assertThat(backend.server.getRequestCount()).isZero();
    }

    @Test
    void aServerThatSaysNothingToTlsIsUnreachable() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(error(read(null, at(silent)), SourceError.Unreachable.class)
                            .sentence())
                    .contains("TLS: no byte for 1000 ms");
        }
    }

    @Test
    void aPlainServerIsSaidToSpeakNoTls() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> refusePlainly(plain));
            assertThat(error(read(null, at(plain)), SourceError.Unreachable.class)
                            .sentence())
                    .contains("it speaks no TLS there")
                    .contains("is the URL http://");
        }
    }

    private static void refusePlainly(ServerSocket plain) {
        byte[] refusal = "HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        while (true) {
            try (Socket socket = plain.accept()) {
                socket.getOutputStream().write(refusal);
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                if (plain.isClosed()) {
                    return;
                }
            }
        }
    }

    private static URI at(ServerSocket server) {
        return URI.create("https://127.0.0.1:" + server.getLocalPort());
    }

    @Test
    void aCaFileThatIsMissingIsNamed() throws IOException {
        serve(certificate("127.0.0.1").build());
        Path gone = folder.resolve("gone.pem");
        assertThat(error(read(gone), SourceError.NoCredential.class).sentence())
                .isEqualTo("credential not readable: the CA file " + gone
                        + " cannot be read; check the path and its permissions");
    }

    @Test
    void aCaFileWithoutACertificateIsNamed() throws IOException {
        serve(certificate("127.0.0.1").build());
        Path wrong = Files.writeString(folder.resolve("wrong.pem"), "not a certificate");
        assertThat(error(read(wrong), SourceError.NoCredential.class).sentence())
                .contains("the CA file " + wrong + " holds no certificate in PEM form");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        error(read(empty), SourceError.NoCredential.class);
        Path key = Files.writeString(folder.resolve("key.pem"), authority.privateKeyPkcs8Pem());
        error(read(key), SourceError.NoCredential.class);
    }

    private HeldCertificate.Builder certificate(String host) {
        return new HeldCertificate.Builder()
                .commonName("prom.nova")
                .addSubjectAlternativeName(host)
                .signedBy(authority);
    }

    private static HandshakeCertificates held(HeldCertificate server) {
        return new HandshakeCertificates.Builder().heldCertificate(server).build();
    }

    private void serve(HeldCertificate server) throws IOException {
        backend.server.useHttps(held(server).sslSocketFactory());
        backend.server.start(InetAddress.getLoopbackAddress(), 0);
    }

    private Path pem(HeldCertificate certificate) throws IOException {
        return Files.writeString(folder.resolve("ca.pem"), certificate.certificatePem());
    }

    private Fetched<String> read(@Nullable Path ca) {
        return read(ca, URI.create("https://" + backend.member() + "/"));
    }

    private Fetched<String> read(@Nullable Path ca, URI url) {
        SourceClient client = backend.client(
                Backend.settings(new Credential.None(), Map.of(), ca, url),
                ref -> new Secret(""),
                Backend.QUICK,
                backend.clock);
        return client.read(client.members().getFirst(), ASK, NAME);
    }
}
