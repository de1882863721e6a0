package io.novacron.oncall.connectors.http;

import static io.novacron.oncall.connectors.http.Backend.ASK;
import static io.novacron.oncall.connectors.http.Backend.GOOD;
import static io.novacron.oncall.connectors.http.Backend.NAME;
import static io.novacron.oncall.connectors.http.Backend.error;
import static io.novacron.oncall.connectors.http.Backend.inUse;
import static io.novacron.oncall.connectors.http.Backend.json;
import static io.novacron.oncall.connectors.http.Backend.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.secret.Secret;
import io.novacron.oncall.core.settings.Credential;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F03 to F08, F21: what the wire can do. */
@Timeout(60)
class TransportFaultTests {

    private Backend backend;

    @BeforeEach
    void start() throws IOException {
        backend = Backend.start();
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void aSlowAnswerWithinTheBoundsIsAnAnswer() {
        backend.answer(json(GOOD).headersDelay(200, TimeUnit.MILLISECONDS));
        Fetched<String> fetched = backend.ask();
        assertThat(value(fetched)).isEqualTo("right");
        assertThat(((Fetched.Answer<String>) fetched).contact().latency()).isGreaterThan(Duration.ofMillis(190));
    }

    @Test
    void headersThatStallEndAtTheIdleLimitAndAreNotAskedAgain() throws IOException {
        backend.answer(json(GOOD).onResponseStart(SocketEffect.Stall.INSTANCE));
        SourceClient client = backend.client();
        SourceError.Broken broken = error(client.read(backend.member(), ASK, NAME), SourceError.Broken.class);
        assertThat(broken.sentence()).isEqualTo(backend.member() + " did not answer in full: no byte for 1000 ms");
        assertThat(backend.server.getRequestCount()).isEqualTo(1);
        assertThat(inUse(client)).isZero();
    }

    @Test
    void aLongRunningRequestMayBeSilentForLonger() {
        backend.answer(json(GOOD).headersDelay(1500, TimeUnit.MILLISECONDS));
        assertThat(value(backend.client().read(backend.member(), ASK.longRunning(), NAME)))
                .isEqualTo("right");
    }

    @Test
    void aBodyThatStallsEndsAtTheIdleLimit() throws IOException {
        backend.answer(json(GOOD + " ".repeat(100_000)).onResponseBody(SocketEffect.Stall.INSTANCE));
        SourceClient client = backend.client();
        error(client.read(backend.member(), ASK, NAME), SourceError.Broken.class);
        assertThat(inUse(client)).isZero();
    }

    @Test
    void aBodyThatDripsEndsWithTheWholeExchange() throws IOException {
        backend.answer(json(GOOD + " ".repeat(1000)).throttleBody(1, 50, TimeUnit.MILLISECONDS));
        SourceClient client = backend.client();
        SourceError.Broken broken = error(client.read(backend.member(), ASK, NAME), SourceError.Broken.class);
        assertThat(broken.sentence()).endsWith("not finished in time");
        assertThat(inUse(client)).isZero();
    }

    @Test
    void aRefusedConnectionIsUnreachableAndNothingWasSent() {
        SourceClient client = backend.client();
        backend.server.close();
        SourceError error = error(client.read(backend.member(), ASK, NAME), SourceError.Unreachable.class);
        assertThat(error.sentence())
                .isEqualTo(backend.member()
                        + " cannot be reached: connection refused; check that it runs and that its url is right");
        assertThat(error.mayHaveHappened()).isFalse();
        assertThat(backend.clock.sleeps).hasSize(1);
    }

    @Test
    void aConnectThatHangsIsUnreachableAfterTheConnectLimit() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket deaf = new ServerSocket(0, 1, here)) {
            for (int i = 0; i < 4; i++) {
                Socket filler = new Socket();
                queue.add(filler);
                try {
                    filler.connect(new InetSocketAddress(here, deaf.getLocalPort()), 100);
                } catch (IOException full) {
                    break;
                }
            }
            URI url = URI.create("http://127.0.0.1:" + deaf.getLocalPort());
            SourceClient client = backend.client(
                    Backend.settings(new Credential.None(), Map.of(), null, url),
                    ref -> new Secret(""),
                    Backend.QUICK,
                    backend.clock);
            SourceError error =
                    error(client.read(client.members().getFirst(), ASK, NAME), SourceError.Unreachable.class);
            assertThat(error.sentence()).contains("no connection within 1000 ms");
        } finally {
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    @Test
    void aNameThatDnsDoesNotKnowIsSaidSo() {
        Duration limit = Duration.ofSeconds(1);
        SourceError error =
                Faults.of(new UnknownHostException("x"), "x:1", Progress.Phase.CONNECTING, "", limit, limit);
        assertThat(error.sentence())
                .isEqualTo(
                        "x:1 cannot be reached: DNS does not know the name; check that it runs and that its url is right");
        assertThat(error.state()).isEqualTo(SourceState.UNREACHABLE);
    }

    @Test
    void aReadWhoseConnectionWasResetIsAskedAgain() {
        backend.answer(json(GOOD).onResponseStart(new SocketEffect.CloseSocket()));
        backend.answer(GOOD);
        assertThat(value(backend.ask())).isEqualTo("right");
        assertThat(backend.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aConnectionThatEndedWhileIdleIsNotNoticed() {
        backend.answer(json(GOOD).onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE));
        backend.answer(GOOD);
        SourceClient client = backend.client();
        assertThat(value(client.read(backend.member(), ASK, NAME))).isEqualTo("right");
        assertThat(value(client.read(backend.member(), ASK, NAME))).isEqualTo("right");
    }

    @Test
    void aWriteThatWasResetAfterItWasReadIsNotSentAgainAndMayHaveHappened() {
        backend.answer(json(GOOD).onResponseStart(new SocketEffect.CloseSocket()));
        backend.answer(GOOD);
        Fetched<String> fetched = backend.client().write(backend.member(), post(), NAME);
        assertThat(error(fetched, SourceError.Broken.class).mayHaveHappened()).isTrue();
        assertThat(backend.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aWriteOnAConnectionThatDiesIsNotSentTwice() {
        backend.answer(GOOD);
        backend.answer(json(GOOD).onResponseStart(new SocketEffect.CloseSocket()));
        backend.answer(GOOD);
        SourceClient client = backend.client();
        client.read(backend.member(), ASK, NAME);
        error(client.write(backend.member(), post(), NAME), SourceError.Broken.class);
        assertThat(backend.server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWriteRefusedWithRetryAfterZeroIsNotSentAgain(boolean delete) {
        backend.answer(json("").code(503).addHeader("Retry-After", "0"));
        backend.answer(GOOD);
        ApiRequest write = delete ? ApiRequest.delete("/api/thing/1") : post();
        SourceError fault = error(backend.client().write(backend.member(), write, NAME), SourceError.ServerFault.class);
        assertThat(fault.mayHaveHappened()).isTrue();
        assertThat(backend.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedAndItsTargetIsShown(int status) throws IOException {
        try (Backend elsewhere = Backend.start()) {
            String target = "http://user:pa55@" + elsewhere.member() + "/login?token=abc";
            backend.answer(new MockResponse.Builder().code(status).addHeader("Location", target));
            SourceError error = error(backend.ask(), SourceError.Redirected.class);
            assertThat(error.sentence())
                    .isEqualTo("http://" + backend.member() + "/api/thing redirects to http://" + elsewhere.member()
                            + "/login, not followed; configure that URL if it is right");
            assertThat(elsewhere.server.getRequestCount()).isZero();
            assertThat(backend.server.getRequestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptCancelsTheExchangeAndLeavesNoConnection(boolean beforeHeaders) throws Exception {
        MockResponse.Builder stalled = json(GOOD + " ".repeat(100_000));
        backend.answer(
                beforeHeaders
                        ? stalled.onResponseStart(SocketEffect.Stall.INSTANCE)
                        : stalled.onResponseBody(SocketEffect.Stall.INSTANCE));
        SourceClient client = patient();
        CompletableFuture<Fetched<String>> result = new CompletableFuture<>();
        Thread reader =
                Thread.ofVirtual().start(() -> result.complete(client.read(backend.member(), ASK.longRunning(), NAME)));
        backend.server.takeRequest();
        await().until(() -> inUse(client) == 1);
        reader.interrupt();
        Fetched<String> fetched = result.get(10, TimeUnit.SECONDS);
        assertThat(error(fetched, SourceError.Cancelled.class).sentence())
                .startsWith("the request to " + backend.member() + " was cancelled after ");
        assertThat(inUse(client)).isZero();
        assertThat(backend.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anInterruptWhileConnectingByNameCancels() throws Exception {
        AtomicReference<Fetched<String>> result = new AtomicReference<>();
        URI named = URI.create("http://localhost:" + backend.server.getPort());
        SourceClient client = backend.client(
                Backend.settings(new Credential.None(), Map.of(), null, named),
                ref -> new Secret(""),
                Backend.QUICK,
                backend.clock);
        Thread reader = Thread.ofVirtual()
                .unstarted(() -> result.set(client.read(client.members().getFirst(), ASK, NAME)));
        reader.start();
        reader.interrupt();
        reader.join();
        assertThat(inUse(client)).isZero();
        error(result.get(), SourceError.Cancelled.class);
    }

    @Test
    void closingEndsWhatIsInFlightAndRefusesTheRest() throws Exception {
        backend.answer(json(GOOD).onResponseStart(SocketEffect.Stall.INSTANCE));
        SourceClient client = patient();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Fetched<String>> read = readers.submit(() -> client.read(backend.member(), ASK.longRunning(), NAME));
            backend.server.takeRequest();
            client.close();
            error(read.get(10, TimeUnit.SECONDS), SourceError.Cancelled.class);
        }
        error(client.read(backend.member(), ASK, NAME), SourceError.Cancelled.class);
        assertThat(backend.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void beyondFourInFlightAndEightWaitingTheNextIsRefused() throws Exception {
        for (int i = 0; i < 12; i++) {
            backend.answer(json(GOOD).onResponseStart(SocketEffect.Stall.INSTANCE));
        }
        SourceClient client = patient();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Fetched<String>>> reads = new ArrayList<>();
            for (int i = 0; i < 13; i++) {
                reads.add(readers.submit(() -> client.read(backend.member(), ASK.longRunning(), NAME)));
            }
            await().until(() -> reads.stream().filter(Future::isDone).count() == 1);
            await().until(() -> backend.server.getRequestCount() == 4);
            for (Future<Fetched<String>> read : reads) {
                if (read.isDone()) {
                    assertThat(error(read.get(), SourceError.QueueFull.class).sentence())
                            .startsWith("prom is busy with earlier requests");
                }
            }
            client.close();
        }
        assertThat(backend.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void manyFaultsLeakNoConnection() throws IOException {
        SourceClient client = backend.client();
        for (int i = 0; i < 50; i++) {
            backend.answer(json(GOOD).code(400));
            backend.answer(json("<html>").setHeader("Content-Type", "text/html"));
            backend.answer(json(GOOD + "x"));
            backend.answer(json("[").code(302).addHeader("Location", "http://127.0.0.1:1/"));
        }
        for (int i = 0; i < 200; i++) {
            assertThat(client.write(backend.member(), post(), NAME)).isInstanceOf(Fetched.Failure.class);
        }
        assertThat(inUse(client)).isZero();
    }

    private SourceClient patient() {
        Duration minute = Duration.ofMinutes(1);
        return backend.client(
                Backend.settings(new Credential.None(), Map.of(), null, backend.url()),
                ref -> new Secret(""),
                new Budgets(minute, minute, minute, minute),
                backend.clock);
    }

    private static ApiRequest post() {
        return ApiRequest.postJson("/api/thing", Json.bytes(Map.of("a", 1)));
    }
}
