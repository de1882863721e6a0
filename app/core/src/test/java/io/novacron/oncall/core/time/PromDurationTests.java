package io.novacron.oncall.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromDurationTests {

    @ParameterizedTest
    @CsvSource({
        "0,PT0S",
        "0s,PT0S",
        "15s,PT15S",
        "500ms,PT0.5S",
        "1h30m,PT1H30M",
        "90m,PT1H30M",
        "2d,PT48H",
        "1w,PT168H",
        "1y,PT8760H",
        "1y2w3d4h5m6s7ms,PT9172H5M6.007S",
        "007s,PT7S",
        "292y,PT2557920H"
    })
    void readsWhatPrometheusReads(String text, String expected) throws DurationSyntaxException {
        assertThat(PromDuration.parse(text)).isEqualTo(Duration.parse(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "'',1",
        "1,2",
        "h,1",
        "-1s,1",
        "' 1s',1",
        "'1s ',2",
        "1.5h,2",
        "1 h,2",
        "1m1h,3",
        "1s1s,3",
        "1µs,2",
        "1H,2",
        "1h30,5",
        "293y,1",
        "9223372036854775807ms,1",
        "99999999999999999999999s,1",
        "292y52w,5",
        "00,3",
        "١s,1"
    })
    void refusesTheRestAndNamesTheColumn(String text, int column) {
        DurationSyntaxException e = catchThrowableOfType(DurationSyntaxException.class, () -> PromDuration.parse(text));
        assertThat(e.column()).isEqualTo(column);
        assertThat(e.getMessage()).endsWith(".").contains("1h30m");
    }

    @ParameterizedTest
    @CsvSource({"0s", "1ms", "15s", "1h30m", "90d", "12w", "1y", "1d1h1m1s1ms", "366d"})
    void printsTheShortestAsPrometheusDoes(String text) throws DurationSyntaxException {
        assertThat(PromDuration.format(PromDuration.parse(text))).isEqualTo(text);
    }

    @Test
    void aNegativeDurationHasASignInFront() {
        assertThat(PromDuration.format(Duration.ofSeconds(-90))).isEqualTo("-1m30s");
    }

    @Test
    void whatIsPrintedIsReadBack() throws DurationSyntaxException {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            Duration duration = Duration.ofMillis(random.nextLong(1L << random.nextInt(1, 43)));
            assertThat(PromDuration.parse(PromDuration.format(duration)))
                    .as("seed %d, %s", seed, duration)
                    .isEqualTo(duration);
        }
    }

    @Test
    void aHostileTextIsShownEscaped() {
        DurationSyntaxException e =
                catchThrowableOfType(DurationSyntaxException.class, () -> PromDuration.parse("1\u001b[31m\n"));
        assertThat(e.getMessage()).doesNotContain("\u001b").doesNotContain("\n");
    }
}
