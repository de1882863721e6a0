package io.novacron.oncall.demo.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateMathTests {

    private static final Instant NOW = Instant.parse("2026-11-22T18:30:15.5Z");

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T00:00:00Z, 2026-01-01T23:59:59.999999999Z",
        "2026-02, 2026-02-01T00:00:00Z, 2026-02-01T23:59:59.999999999Z",
        "2026-11-22, 2026-11-22T00:00:00Z, 2026-11-22T23:59:59.999999999Z",
        "2026-11-22T18, 2026-11-22T18:00:00Z, 2026-11-22T18:59:59.999999999Z",
        "2026-11-22T18:30, 2026-11-22T18:30:00Z, 2026-11-22T18:30:59.999999999Z",
        "2026-11-22T18:30:15+01:00, 2026-11-22T17:30:15Z, 2026-11-22T17:30:15.999999999Z",
        "2026-11-22T18:30:15.25Z, 2026-11-22T18:30:15.250Z, 2026-11-22T18:30:15.250Z",
        "61000, 1970-01-01T00:01:01Z, 1970-01-01T00:01:01.000999999Z",
        "now, 2026-11-22T18:30:15.5Z, 2026-11-22T18:30:15.5Z",
        "now-1d, 2026-11-21T18:30:15.5Z, 2026-11-21T18:30:15.5Z",
        "now/h, 2026-11-22T18:00:00Z, 2026-11-22T18:59:59.999999999Z",
        "now-1w/w, 2026-11-09T00:00:00Z, 2026-11-15T23:59:59.999999999Z",
        "2026-11-22||+1M, 2026-12-22T00:00:00Z, 2026-12-22T00:00:00Z"
    })
    void whatIsLeftOutIsRoundedDownOrUp(String text, String first, String last) {
        assertThat(DateMath.parse(text, false, NOW)).isEqualTo(first);
        assertThat(DateMath.parse(text, true, NOW)).isEqualTo(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "2026-13", "2026-11-22T25", "now-", "now-1x", "now+d1", "2026-11-22||1d"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> DateMath.parse(text, false, NOW)).isInstanceOf(DateTimeParseException.class);
    }
}
