package io.novacron.oncall.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimeTests {

    private static final long[] POWERS = {1, 1_000, 1_000_000, 1_000_000_000};

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

    @Test
    void everyFormIsReadAsTheStandardReaderReadsIt() {
        Random random = new Random(20261123);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(
                    Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 5_000_000_000L), fraction(random))
                            .toString());
            for (int spoilt = random.nextInt(3); spoilt > 0; spoilt--) {
                text.setCharAt(random.nextInt(text.length()), "0123456789-:.TZ+".charAt(random.nextInt(16)));
            }
            assertThat(WireTime.parse(text.toString())).as(text.toString()).isEqualTo(standard(text.toString()));
        }
    }

    private static long fraction(Random random) {
        long unit = POWERS[random.nextInt(POWERS.length)];
        return random.nextInt(1_000_000_000) / unit * unit;
    }

    private static @Nullable Instant standard(String text) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
