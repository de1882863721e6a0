package io.novacron.oncall.connectors.http;

import static io.novacron.oncall.connectors.http.Backend.ASK;
import static io.novacron.oncall.connectors.http.Backend.NAME;
import static io.novacron.oncall.connectors.http.Backend.error;
import static io.novacron.oncall.connectors.http.Backend.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.Contact;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F16 to F20: what a status means, and what a backend says about it. */
@Timeout(60)
class StatusTests {

    private Backend backend;

    @BeforeEach
    void start() throws IOException {
        backend = Backend.start();
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"bad matcher\"|bad matcher",
                "{\"code\":601,\"message\":\"startsAt is required\"}|startsAt is required",
                "{\"error\":\"no handler\",\"status\":400}|no handler",
                "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}|bad_data: parse error",
                "{\"error\":{\"root_cause\":[],\"type\":\"x\",\"reason\":\"no such index\"}}|no such index",
                "{\"error\":{\"httpCode\":400,\"message\":\"bad start\"}}|bad start",
                "{\"data\":null,\"errors\":[{\"code\":400,\"msg\":\"no service\"}]}|no service",
                "parse error at 1:3|parse error at 1:3",
            })
    void theTextOfARefusalIsFoundInEveryShape(String body, String text) {
        backend.answer(json(body).code(400));
        SourceError.Rejected error = error(backend.ask(), SourceError.Rejected.class);
        assertThat(error.text()).isEqualTo(text);
        assertThat(error.mayHaveHappened()).isFalse();
    }

    @Test
    void aLongRefusalIsCutAndMadeHarmless() {
        backend.answer(json("\u001b[31mred\r\n" + "x".repeat(100_000)).code(400));
        assertThat(error(backend.ask(), SourceError.Rejected.class).sentence())
                .startsWith(backend.member() + " refused (400): ␛[31mred␍⏎xxx")
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 413, 414, 415, 422, 418})
    void aRefusalIsNotRepeated(int status) {
        backend.answer(json("\"no\"").code(status));
        assertThat(error(backend.ask(), SourceError.Rejected.class).status()).isEqualTo(status);
        assertThat(backend.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 410})
    void aMissingApiMeansAWrongUrl(int status) {
        backend.answer(json("404 page not found\n").code(status));
        assertThat(error(backend.ask(), SourceError.NotTheApi.class).sentence())
                .isEqualTo("http://" + backend.member() + "/api/thing answered " + status
                        + " (404 page not found) instead of the thing API; check the URL and its path prefix");
        assertThat(backend.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aMissingThingIsARefusalWhereThatIsAnAnswer() {
        backend.answer(json("\"silence not found\"").code(404));
        SourceError.Rejected error = error(
                backend.client().read(backend.member(), ASK.notFoundIsAnswer(), NAME), SourceError.Rejected.class);
        assertThat(error.text()).isEqualTo("silence not found");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aDeniedRequestNamesWhatWeSent(int status) {
        backend.answer(json("{}").code(status));
        SourceError error = error(backend.ask(), SourceError.Denied.class);
        assertThat(error.sentence()).contains("sent: no credential");
        assertThat(error.state()).isEqualTo(SourceState.DENIED);
        assertThat(backend.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void tooManyRequestsSaysWhenToTryAgain() {
        backend.answer(json("{}").code(429).addHeader("Retry-After", "7"));
        Instant retryAt = Objects.requireNonNull(
                error(backend.ask(), SourceError.Busy.class).retryAt());
        assertThat(Duration.between(Clock.system().now(), retryAt))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
        assertThat(backend.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"86400", "99999999999999999999", "Tue, 31 Dec 2199 23:59:59 GMT"})
    void aLongWaitIsCappedAtFiveMinutes(String after) {
        backend.answer(json("{}").code(503).addHeader("Retry-After", after));
        Instant retryAt = Objects.requireNonNull(
                error(backend.ask(), SourceError.Busy.class).retryAt());
        assertThat(Duration.between(Clock.system().now(), retryAt))
                .isBetween(Duration.ofSeconds(290), Duration.ofMinutes(5));
    }

    @Test
    void aWaitThatCannotBeReadIsNone() {
        backend.answer(json("{}").code(429).addHeader("Retry-After", "soon"));
        assertThat(error(backend.ask(), SourceError.Busy.class).retryAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-45, 45})
    void aClockThatIsOffIsACondition(int seconds) {
        Instant theirs = Clock.system().now().plusSeconds(seconds);
        backend.answer(json(Backend.GOOD)
                .addHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(theirs.atOffset(ZoneOffset.UTC))));
        Contact contact = ((Fetched.Answer<String>) backend.ask()).contact();
        assertThat(Objects.requireNonNull(contact.skew()).toSeconds()).isBetween(seconds - 3L, seconds + 3L);
        assertThat(contact.conditions()).extracting(Condition::state).containsExactly(SourceState.SKEWED);
        assertThat(contact.conditions().getFirst().reason()).contains(seconds < 0 ? "behind ours" : "ahead of ours");
    }

    @Test
    void withoutADateThereIsNoSkew() {
        backend.answer(Backend.GOOD);
        Contact contact = ((Fetched.Answer<String>) backend.ask()).contact();
        assertThat(contact.skew()).isNull();
        assertThat(contact.tlsNotAfter()).isNull();
        assertThat(contact.conditions()).isEmpty();
    }
}
