package io.novacron.oncall.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTests {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T15:26:05Z,2026-11-22T15:26:05Z",
        "2026-11-22T15:26:05.1Z,2026-11-22T15:26:05.100Z",
        "2026-11-22T15:26:05.123456789Z,2026-11-22T15:26:05.123456789Z",
        "2026-11-22T17:26:05.5+02:00,2026-11-22T15:26:05.500Z",
        "2026-11-22T08:56:05-06:30,2026-11-22T15:26:05Z"
    })
    void fractionsAndOffsetsAreRead(String text, Instant expected) {
        assertThat(WireTime.parse(text)).isEqualTo(expected);
    }

    @Test
    void theZeroTimeIsATime() {
        assertThat(WireTime.parse("0001-01-01T00:00:00.000Z")).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-22", "2026-13-22T00:00:00Z", "1700000000", "2026-11-22T15:26:05"})
    void whatIsNoTimeIsMissing(String text) {
        assertThat(WireTime.parse(text)).isNull();
        assertThat(WireTime.parseOr(text, Instant.EPOCH)).isEqualTo(Instant.EPOCH);
    }
}
