package io.novacron.oncall.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.connectors.http.Json;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.source.Condition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceMapperTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:30:00Z");

    private final Flaws flaws = new Flaws();
    private final SilenceMapper mapper = new SilenceMapper(flaws, NOW);

    @Test
    void aSilenceOfAnOldServerIsReadWithItsMatchersInOrder() {
        Silence silence = one(Payloads.SILENCE_0_25);
        assertThat(silence.matchers())
                .containsExactly(Matcher.equal("a", "b"), new Matcher("c", Matcher.Op.NOT_REGEX, "d|e"));
        assertThat(silence.state()).isEqualTo(SilenceState.ACTIVE);
        assertThat(silence.endsAt()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(silence.updatedAt()).isEqualTo(Instant.parse("2026-11-22T15:26:01.825Z"));
        assertThat(silence.createdBy()).isEqualTo("x");
        assertThat(silence.comment()).isEqualTo("y");
        assertThat(silence.annotations()).isEmpty();
        assertThat(flaws.conditions("m")).isEmpty();
    }

    @Test
    void annotationsOfANewServerAreRead() {
        assertThat(one(Payloads.SILENCE_0_34).annotations()).containsExactly(Map.entry("novacron_kind", "ack"));
    }

    @Test
    void aMissingIsEqualMeansEqual() {
        String matchers = "[{\"name\":\"a\",\"value\":\"b\",\"isRegex\":true},{\"name\":\"c\",\"value\":\"d\"}]";
        assertThat(one(Payloads.SILENCE_0_34.replaceFirst("\\[.*\\]", matchers)).matchers())
                .containsExactly(new Matcher("a", Matcher.Op.REGEX, "b"), Matcher.equal("c", "d"));
    }

    @Test
    void aSilenceWithoutMatchersIsKeptAndCounted() {
        assertThat(one(Payloads.SILENCE_0_34.replaceFirst("\"matchers\":\\[.*\\],", ""))
                        .matchers())
                .isEmpty();
        assertThat(flaws.conditions("m:1"))
                .extracting(Condition::reason)
                .containsExactly("m:1 sent incomplete rows: 1 × silence without matchers");
    }

    @Test
    void halfAMatcherIsKeptSoThatTheSilenceDoesNotLookWider() {
        String matchers = "[{\"name\":\"a\"},null]";
        assertThat(one(Payloads.SILENCE_0_34.replaceFirst("\\[.*\\]", matchers)).matchers())
                .containsExactly(Matcher.equal("a", ""), Matcher.equal("", ""));
        assertThat(flaws.conditions("m")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T15:00:00Z,2026-11-22T16:00:00Z,ACTIVE",
        "2026-11-22T15:40:00Z,2026-11-22T16:00:00Z,PENDING",
        "2026-11-22T15:00:00Z,2026-11-22T15:30:00Z,EXPIRED"
    })
    void anUnknownStateIsJudgedByTheTimesOnTheServersClock(String startsAt, String endsAt, SilenceState expected) {
        String json = Payloads.SILENCE_0_34
                .replace("\"state\":\"active\"", "\"state\":\"dormant\"")
                .replace("\"startsAt\":\"2026-11-22T15:26:05.112Z\"", "\"startsAt\":\"" + startsAt + "\"")
                .replace("\"endsAt\":\"2030-01-01T00:00:00.000Z\"", "\"endsAt\":\"" + endsAt + "\"");
        assertThat(one(json).state()).isEqualTo(expected);
        assertThat(flaws.conditions("m")).hasSize(1);
    }

    @Test
    void anEmptyRowIsKeptAndNamed() {
        List<Silence> silences = mapper.silences(Payloads.rows(Wire.GettableSilence.class, "[null,{}]"));
        assertThat(silences)
                .hasSize(2)
                .allSatisfy(silence -> assertThat(silence.id()).isEmpty());
        assertThat(flaws.conditions("m").getFirst().reason())
                .contains("2 × silence without id", "2 × silence without startsAt", "2 × silence without matchers");
    }

    @Test
    void aboveTheLimitExpiredSilencesGoFirst() {
        String expired = Payloads.SILENCE_0_34.replace("active", "expired");
        String many = (expired + ",").repeat(SilenceMapper.MOST) + Payloads.SILENCE_0_34;
        List<Silence> silences = mapper.silences(Payloads.rows(Wire.GettableSilence.class, "[" + many + "]"));
        assertThat(silences).hasSize(SilenceMapper.MOST);
        assertThat(silences.getFirst().active()).isTrue();
        assertThat(flaws.conditions("m").getFirst().reason()).contains("1 × silence left out, more than 10000");
    }

    @Test
    void whatIsPostedSaysIsEqualAndLeavesEmptyIdAndAnnotationsOut() {
        SilenceSpec spec = new SilenceSpec(
                "",
                List.of(Matcher.equal("a", ""), new Matcher("c", Matcher.Op.NOT_REGEX, "d|e")),
                Instant.EPOCH,
                Instant.parse("2026-11-22T15:30:00Z"),
                "ana",
                "",
                Map.of());
        assertThat(posted(spec)).isEqualTo("""
                {"matchers":[{"name":"a","value":"","isRegex":false,"isEqual":true},\
                {"name":"c","value":"d|e","isRegex":true,"isEqual":false}],\
                "startsAt":"1970-01-01T00:00:00Z","endsAt":"2026-11-22T15:30:00Z","createdBy":"ana","comment":""}""");
    }

    @Test
    void whatWasReadIsPostedBackWhole() {
        SilenceSpec spec = one(Payloads.SILENCE_0_34).spec();
        assertThat(posted(spec))
                .startsWith("{\"id\":\"4bd0f511-8cef-4862-a580-3e412be08ebd\",")
                .contains("\"startsAt\":\"2026-11-22T15:26:05.112Z\"", "\"annotations\":{\"novacron_kind\":\"ack\"}");
    }

    private static String posted(SilenceSpec spec) {
        return new String(Json.bytes(SilenceMapper.postable(spec)), StandardCharsets.UTF_8);
    }

    private Silence one(String json) {
        return mapper.silence(Payloads.object(Wire.GettableSilence.class, json));
    }
}
