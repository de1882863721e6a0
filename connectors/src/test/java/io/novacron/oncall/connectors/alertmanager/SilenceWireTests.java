package io.novacron.oncall.connectors.alertmanager;

import static io.novacron.oncall.connectors.alertmanager.Connectors.answer;
import static io.novacron.oncall.connectors.alertmanager.Connectors.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import io.novacron.oncall.core.source.SilenceSink.ResolvedAlert;
import io.novacron.oncall.core.source.SourceError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceWireTests {

    private static final Headers JSON = Headers.of("Content-Type", "application/json");
    private static final String ID = "4bd0f511-8cef-4862-a580-3e412be08ebd";

    private final FakeMember member = new FakeMember().modern();
    private final AlertmanagerConnector connector = Connectors.to(member.url());

    @AfterEach
    void stop() {
        connector.close();
        member.close();
    }

    @Test
    void aSilenceIsPostedOnceAsPlainJsonAndTheServersIdIsAnswered() {
        member.json("POST /api/v2/silences", "{\"silenceID\":\"" + ID + "\"}");
        assertThat(answer(connector.post(member.hostPort(), spec("", Map.of("novacron_kind", "ack"))))
                        .value())
                .isEqualTo(ID);
        RecordedRequest request = member.requests().getFirst();
        assertThat(member.requests()).hasSize(1);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(Objects.requireNonNull(request.getBody()).utf8())
                .isEqualTo("{\"matchers\":[{\"name\":\"a\",\"value\":\"b\",\"isRegex\":false,\"isEqual\":true}],"
                        + "\"startsAt\":\"1970-01-01T00:00:00Z\",\"endsAt\":\"2030-01-01T00:00:00Z\","
                        + "\"createdBy\":\"ana\",\"comment\":\"why\",\"annotations\":{\"novacron_kind\":\"ack\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"silenceID\":\"\"}", "{\"silenceID\":\"4b"})
    void aGoodStatusWithoutAnIdLeavesOpenWhetherItHappened(String body) {
        member.json("POST /api/v2/silences", body);
        assertThat(error(connector.post(member.hostPort(), spec("", Map.of()))).mayHaveHappened())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "400;\"Failed to create silence: end time can't be in the past\"\\n;end time can't be in the past",
                "422;{\"code\":601,\"message\":\"silenceID in path must be of type uuid\"};must be of type uuid",
                "415;{\"code\":415,\"message\":\"unsupported media type\"};unsupported media type"
            })
    void aRefusalIsReadInEachOfItsShapes(int status, String body, String words) {
        member.with("POST /api/v2/silences", new MockResponse(status, JSON, body.replace("\\n", "\n")));
        SourceError error = error(connector.post(member.hostPort(), spec("", Map.of())));
        assertThat(error).isInstanceOf(SourceError.Rejected.class);
        assertThat(error.sentence()).contains("(" + status + ")", words).doesNotContain("\"", "{", "⏎");
        assertThat(error.mayHaveHappened()).isFalse();
    }

    @Test
    void tooManyRequestsAtOnceAreAServerFaultInItsOwnWords() {
        String words = "Limit of concurrent GET requests reached (16), try again later.\n";
        member.with("GET /api/v2/silences", new MockResponse(503, Headers.of("Content-Type", "text/plain"), words));
        assertThat(error(connector.silences(member.hostPort())).sentence())
                .endsWith("failed (503): Limit of concurrent GET requests reached (16), try again later.");
    }

    @ParameterizedTest
    @CsvSource({"404,''", "404,'\"silence not found\"\n'", "500,'\"silence not found\"\n'"})
    void anUnknownIdIsARefusalWhateverTheVersionAnswers(int status, String body) {
        member.with("DELETE /api/v2/silence/" + ID, new MockResponse(status, JSON, body));
        assertThat(error(connector.expire(member.hostPort(), ID)))
                .isEqualTo(new SourceError.Rejected(member.hostPort(), status, "unknown silence id " + ID));
    }

    @Test
    void aNotFoundOfAnotherServerIsNoExpiredSilence() {
        member.with("DELETE /api/v2/silence/" + ID, new MockResponse(404, Headers.of(), "404 page not found\n"));
        SourceError error = error(connector.expire(member.hostPort(), ID));
        assertThat(error).isInstanceOf(SourceError.NotTheApi.class);
        assertThat(error.sentence()).contains("404 page not found");
    }

    @Test
    void aLoginPageIsNoExpiredSilence() {
        member.with(
                "DELETE /api/v2/silence/" + ID,
                new MockResponse(200, Headers.of("Content-Type", "text/html"), "<html>log in</html>"));
        assertThat(error(connector.expire(member.hostPort(), ID))).isInstanceOf(SourceError.NotTheApi.class);
    }

    @Test
    void aServerFaultOfAnExpiryMayHaveHappened() {
        member.with("DELETE /api/v2/silence/" + ID, new MockResponse(500, JSON, "\"disk full\"\n"));
        assertThat(error(connector.expire(member.hostPort(), ID)).mayHaveHappened())
                .isTrue();
        assertThat(member.requests()).hasSize(1);
    }

    @Test
    void expiringAnswersTrueForAnEmptyGoodAnswer() {
        member.with("DELETE /api/v2/silence/" + ID, new MockResponse(200, Headers.of(), ""));
        assertThat(answer(connector.expire(member.hostPort(), ID)).value()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../status", "a/b", "a?b", "a b", "é"})
    void whatIsNoIdIsNeverSent(String id) {
        assertThat(error(connector.expire(member.hostPort(), id)).sentence()).contains("not a silence id");
        assertThat(error(connector.silence(member.hostPort(), id)).sentence()).contains("not a silence id");
        assertThat(member.requests()).isEmpty();
    }

    @Test
    void anIdThatTheServerDoesNotKnowIsARefusalOnReadAndOnChange() {
        member.with("POST /api/v2/silences", new MockResponse(404, JSON, "\"silence not found\"\n"));
        SourceError unknown = new SourceError.Rejected(member.hostPort(), 404, "unknown silence id " + ID);
        assertThat(error(connector.silence(member.hostPort(), ID))).isEqualTo(unknown);
        assertThat(error(connector.post(member.hostPort(), spec(ID, Map.of())))).isEqualTo(unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":\"another\"}", "null", "[]"})
    void anotherThanTheSilenceAskedForIsNoSilence(String body) {
        member.json("GET /api/v2/silence/" + ID, body);
        assertThat(error(connector.silence(member.hostPort(), ID))).isInstanceOf(SourceError.NotTheApi.class);
    }

    @Test
    void aNewSilenceAtAWrongPrefixIsNoUnknownId() {
        member.with("POST /api/v2/silences", new MockResponse(404, Headers.of(), ""));
        assertThat(error(connector.post(member.hostPort(), spec("", Map.of()))))
                .isInstanceOf(SourceError.NotTheApi.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0.25.0,ready,false,true",
        "0.32.0,settling,true,false",
        "0.34.2,disabled,true,true",
        "'',ready,false,true"
    })
    void aProbeTellsVersionAnnotationsReadinessAndTheServersTime(
            String version, String status, boolean annotations, boolean ready) {
        member.with(
                "GET /api/v2/status",
                new MockResponse(
                        200,
                        JSON.newBuilder()
                                .add("Date", "Sun, 22 Nov 2020 15:26:05 GMT")
                                .build(),
                        Payloads.STATUS_0_34.replace("0.34.2", version).replace("ready", status)));
        Probe probe = answer(connector.probe(member.hostPort())).value();
        assertThat(probe.version()).isEqualTo(version);
        assertThat(probe.annotations()).isEqualTo(annotations);
        assertThat(probe.ready()).isEqualTo(ready);
        assertThat(probe.startedAt()).isEqualTo(Instant.parse("2026-11-22T15:25:55.520Z"));
        assertThat(probe.serverTime())
                .isBetween(Instant.parse("2020-11-22T15:26:05Z"), Instant.parse("2020-11-22T15:26:35Z"));
    }

    @Test
    void theEndOfAnAlertIsPostedWithItsOwnTimes() {
        member.with("POST /api/v2/alerts", new MockResponse(200, Headers.of(), ""));
        ResolvedAlert alert = new ResolvedAlert(
                Labels.of(Map.of("alertname", "A")),
                Map.of("summary", "s"),
                Instant.parse("2026-11-22T15:00:00Z"),
                Instant.parse("2026-11-22T15:10:00.5Z"));
        assertThat(answer(connector.resolve(member.hostPort(), alert)).value()).isTrue();
        assertThat(Objects.requireNonNull(member.requests().getFirst().getBody())
                        .utf8())
                .isEqualTo("[{\"labels\":{\"alertname\":\"A\"},\"annotations\":{\"summary\":\"s\"},"
                        + "\"startsAt\":\"2026-11-22T15:00:00Z\",\"endsAt\":\"2026-11-22T15:10:00.500Z\"}]");
    }

    private static SilenceSpec spec(String id, Map<String, String> annotations) {
        return new SilenceSpec(
                id,
                List.of(Matcher.equal("a", "b")),
                Instant.EPOCH,
                Instant.parse("2030-01-01T00:00:00Z"),
                "ana",
                "why",
                annotations);
    }
}
