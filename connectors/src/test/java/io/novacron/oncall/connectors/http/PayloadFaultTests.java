package io.novacron.oncall.connectors.http;

import static io.novacron.oncall.connectors.http.Backend.ASK;
import static io.novacron.oncall.connectors.http.Backend.GOOD;
import static io.novacron.oncall.connectors.http.Backend.NAME;
import static io.novacron.oncall.connectors.http.Backend.error;
import static io.novacron.oncall.connectors.http.Backend.inUse;
import static io.novacron.oncall.connectors.http.Backend.json;
import static io.novacron.oncall.connectors.http.Backend.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import okio.Sink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F15, F30 to F37: what a body can be. */
@Timeout(60)
class PayloadFaultTests {

    private static final String LONG = "{\"name\":\"" + "right, ".repeat(400) + "\"}";

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
    void aWebPageIsNotTheApi() {
        backend.answer(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .body("<html>Sign in</html>"));
        assertThat(error(backend.ask(), SourceError.NotTheApi.class).sentence())
                .isEqualTo("http://" + backend.member()
                        + "/api/thing answered not JSON (text/html; charset=utf-8) instead of the thing API;"
                        + " check the URL and its path prefix");
    }

    @Test
    void aRequestMayLeaveTheContentTypeToItsDecoder() {
        backend.answer(json(GOOD).setHeader("Content-Type", "text/plain"));
        assertThat(value(backend.client().read(backend.member(), ASK.anyContentType(), NAME)))
                .isEqualTo("right");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|an empty body",
                "null|null, an unexpected shape",
                "[]|a JSON array, an unexpected shape",
                "\"right\"|a bare JSON value, an unexpected shape",
                "{\"name\":{}}|an unexpected shape (",
            })
    void aDocumentOfAnotherShapeIsNotTheApi(String body, String found) {
        backend.answer(body);
        assertThat(error(backend.ask(), SourceError.NotTheApi.class).found()).startsWith(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"name\":", "{\"name\":{}}"})
    void afterAWriteAnAnswerThatIsNotUnderstoodMayHaveHappened(String body) {
        backend.answer(body);
        ApiRequest post = ApiRequest.postJson("/api/thing", new byte[0]);
        SourceError error = error(backend.client().write(backend.member(), post, NAME), SourceError.Malformed.class);
        assertThat(error.mayHaveHappened()).isTrue();
    }

    @Test
    void anEncodingWeCannotReadDoesNotHideTheStatus() {
        backend.answer(json("x").code(403).addHeader("Content-Encoding", "br"));
        error(backend.ask(), SourceError.Denied.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "\"[]\"", "{\"data\":[]}", "[null", "[{}"})
    void nothingButAListIsAList(String body) {
        backend.answer(body);
        Decoder<Integer> count = Json.listDecoder(Backend.Thing.class, List::size);
        assertThat(backend.client().read(backend.member(), ASK, count)).isInstanceOf(Fetched.Failure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {GOOD + "x", GOOD + GOOD, GOOD + " null", "{\"name\":\"right\"", "{\"name\":\"ri", "{name:1}", "<"
            })
    void whatIsNotOneWholeDocumentIsMalformed(String body) {
        backend.answer(body);
        error(backend.ask(), SourceError.Malformed.class);
    }

    @Test
    void aHugeDeclaredBodyIsRefusedBeforeItIsRead() throws IOException {
        backend.answer(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(new Endless(500_000_000, false)));
        SourceClient client = backend.client();
        SourceError error = error(client.read(backend.member(), ASK, NAME), SourceError.TooLarge.class);
        assertThat(error.sentence())
                .isEqualTo("http://" + backend.member() + "/api/thing sent more than 64 MiB, refused; ask for less");
        assertThat(inUse(client)).isZero();
    }

    @Test
    void aHugeUndeclaredBodyIsCountedAndNeverHeld() throws IOException {
        Endless body = new Endless(500_000_000, true);
        backend.answer(new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .addHeader("Transfer-Encoding", "chunked")
                .body(body));
        SourceClient client = backend.client();
        long before = used();
        SourceError error =
                error(client.read(backend.member(), ASK.longRunning(), Json.nothing()), SourceError.TooLarge.class);
        assertThat(used() - before).isLessThan(32L * 1024 * 1024);
        assertThat(error.mayHaveHappened()).isTrue();
        assertThat(inUse(client)).isZero();
        assertThat(body.written.get()).isLessThan(100_000_000);
    }

    @Test
    void aGzipBombIsRefusedAtTheDecodedLimit() throws IOException {
        Buffer bomb = new Buffer();
        try (BufferedSink sink = Okio.buffer((Sink) new GzipSink(bomb))) {
            sink.writeUtf8("{\"name\":\"right\"");
            byte[] blanks = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                sink.write(blanks);
            }
            sink.writeUtf8("}");
        }
        assertThat(bomb.size()).isLessThan(1024 * 1024);
        backend.answer(json("").addHeader("Content-Encoding", "gzip").body(bomb));
        error(backend.client().read(backend.member(), ASK.longRunning(), NAME), SourceError.TooLarge.class);
    }

    @Test
    void gzipIsRead() throws IOException {
        backend.answer(json("").addHeader("Content-Encoding", "gzip").body(gzip(GOOD)));
        assertThat(value(backend.ask())).isEqualTo("right");
    }

    @Test
    void gzipThatIsNoneIsMalformed() {
        backend.answer(json(GOOD).addHeader("Content-Encoding", "gzip"));
        assertThat(error(backend.ask(), SourceError.Malformed.class).sentence()).contains("labelled gzip, but is not");
    }

    @Test
    void gzipThatBreaksOffIsMalformed() throws IOException {
        Buffer whole = gzip(LONG);
        Buffer half = new Buffer();
        half.write(whole, whole.size() / 2);
        backend.answer(json("").addHeader("Content-Encoding", "gzip").body(half));
        error(backend.ask(), SourceError.Malformed.class);
    }

    @Test
    void gzipInGzipIsNotRead() throws IOException {
        backend.answer(json("").addHeader("Content-Encoding", "gzip")
                .body(gzip(gzip(GOOD).readByteString().hex())));
        error(backend.ask(), SourceError.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip"})
    void anEncodingWeDidNotAskForIsRefused(String encoding) {
        backend.answer(json(GOOD).addHeader("Content-Encoding", encoding));
        assertThat(error(backend.ask(), SourceError.Malformed.class).sentence())
                .endsWith("content encoding " + encoding + ", not gzip or plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"name\":"})
    void aHundredThousandLevelsAreMalformed(String level) {
        backend.answer("{\"name\":\"x\",\"deep\":" + level.repeat(100_000));
        assertThat(error(backend.ask(), SourceError.Malformed.class).sentence()).contains("depth");
    }

    @Test
    void sixtyFourLevelsAreRead() {
        backend.answer("{\"name\":\"x\",\"deep\":" + "[".repeat(63) + "]".repeat(63) + "}");
        assertThat(value(backend.ask())).isEqualTo("x");
    }

    @ParameterizedTest
    @MethodSource("oversized")
    void whatBreaksABoundOfTheReaderIsMalformed(String body) {
        backend.answer(body);
        error(backend.ask(), SourceError.Malformed.class);
    }

    static List<String> oversized() {
        return List.of(
                "{\"n\":" + "1".repeat(1_000_000) + "}",
                "{\"n\":1e" + "9".repeat(100) + "}",
                "{\"" + "n".repeat(2000) + "\":1}",
                "{\"name\":\"" + "n".repeat(17 * 1024 * 1024) + "\"}");
    }

    @Test
    void ofAHugeTextTheHeadAndTheLengthAreKept() {
        backend.answer("{\"name\":\"" + "n".repeat(10_000_000) + "\"}");
        assertThat(value(backend.ask())).hasSizeLessThan(65_600).endsWith("n… (10000000 characters)");
    }

    @Test
    void whatIsNotUtf8IsShownAsSuchAndAByteOrderMarkIsSkipped() {
        Buffer body =
                new Buffer().writeUtf8("\uFEFF{\"name\":\"a").writeByte(0xff).writeUtf8("b\"}");
        backend.answer(json("").body(body));
        assertThat(value(backend.ask())).isEqualTo("a\uFFFDb");
    }

    @Test
    void ofARepeatedKeyTheLastCounts() {
        backend.answer("{\"name\":\"wrong\",\"name\":\"right\"}");
        assertThat(value(backend.ask())).isEqualTo("right");
    }

    @Test
    void aDecoderThatDoesNotKnowWhatToDoIsNoCrash() {
        backend.answer(GOOD);
        Decoder<Integer> odd = Json.decoder(Backend.Thing.class, thing -> Integer.parseInt(NAME.toString()));
        error(backend.client().read(backend.member(), ASK, odd), SourceError.Malformed.class);
    }

    /** Declared longer than it is; in chunks without an end; ended by closing only. */
    @ParameterizedTest
    @MethodSource("offsets")
    void aTruncatedBodyIsNeverAnAnswer(int offset) {
        byte[] all = LONG.getBytes(StandardCharsets.UTF_8);
        Buffer cut = new Buffer().write(all, 0, offset);
        SocketEffect end = new SocketEffect.CloseSocket();
        for (int i = 0; i < 3; i++) {
            backend.answer(json("").body(cut.copy())
                    .setHeader("Content-Length", all.length)
                    .onResponseEnd(end));
        }
        assertThat(backend.ask()).isInstanceOf(Fetched.Failure.class);

        Buffer chunk = new Buffer().writeUtf8(Integer.toHexString(all.length) + "\r\n");
        chunk.write(cut.copy(), cut.size());
        for (int i = 0; i < 3; i++) {
            backend.answer(json("").body(chunk.copy())
                    .removeHeader("Content-Length")
                    .addHeader("Transfer-Encoding", "chunked")
                    .onResponseEnd(end));
        }
        assertThat(backend.ask()).isInstanceOf(Fetched.Failure.class);

        for (int i = 0; i < 3; i++) {
            backend.answer(
                    json("").body(cut.copy()).removeHeader("Content-Length").onResponseEnd(end));
        }
        assertThat(backend.ask()).isInstanceOf(Fetched.Failure.class);
    }

    static IntStream offsets() {
        return IntStream.range(0, 10).map(i -> i * LONG.length() / 10);
    }

    @Test
    void truncatedAtAnyOffsetADocumentIsNeverAValue() {
        byte[] whole = LONG.getBytes(StandardCharsets.UTF_8);
        for (int offset = 0; offset < whole.length; offset++) {
            int end = offset;
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> NAME.decode(
                            new Buffer().write(whole, 0, end).inputStream(),
                            new ReplyHead(200, "application/json", null, java.util.Map.of()))))
                    .as("offset %d", offset)
                    .isNotNull();
        }
    }

    private static Buffer gzip(String text) throws IOException {
        Buffer out = new Buffer();
        try (BufferedSink sink = Okio.buffer((Sink) new GzipSink(out))) {
            sink.writeUtf8(text);
        }
        return out;
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** So many blanks, made while they are sent. */
    private static final class Endless implements MockResponseBody {

        private static final byte[] BLANKS = " ".repeat(16384).getBytes(StandardCharsets.UTF_8);
        private final long size;
        private final boolean chunked;
        private final AtomicLong written = new AtomicLong();

        Endless(long size, boolean chunked) {
            this.size = size;
            this.chunked = chunked;
        }

        @Override
        public long getContentLength() {
            return chunked ? -1 : size;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            while (written.getAndAdd(BLANKS.length) < size) {
                if (chunked) {
                    sink.writeUtf8("4000\r\n");
                }
                sink.write(BLANKS);
                if (chunked) {
                    sink.writeUtf8("\r\n");
                }
                sink.flush();
            }
        }
    }
}
