package io.novacron.oncall.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLevelTests {

    @ParameterizedTest
    @CsvSource({
        "TRACE, trace",
        "trc, trace",
        "T, trace",
        "TRACE2, trace",
        "Debug, debug",
        "dbug, debug",
        "D, debug",
        "INFO, info",
        "information, info",
        "I, info",
        "' info ', info",
        "notice, notice",
        "NOTSET, unknown",
        "WARN, warning",
        "Warning, warning",
        "W, warning",
        "wrn, warning",
        "err, error",
        "ERROR, error",
        "eror, error",
        "E, error",
        "crit, critical",
        "CRITICAL, critical",
        "SEVERE, critical",
        "alert, alert",
        "emerg, emergency",
        "EMERGENCY, emergency",
        "fatal, fatal",
        "F, fatal",
        "panic, fatal",
        "'', unknown",
        "banana, unknown",
        "x, unknown",
        "unknown, unknown"
    })
    void wordsMeanTheirNormalLevelInAnyCase(String raw, String word) {
        assertThat(LogLevel.of("level", raw).word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "PRIORITY, 0, emergency",
        "PRIORITY, 1, alert",
        "PRIORITY, 2, critical",
        "PRIORITY, 3, error",
        "PRIORITY, 4, warning",
        "PRIORITY, 5, notice",
        "PRIORITY, 6, info",
        "level, 7, debug",
        "level, 8, unknown",
        "level, 20, unknown",
        "level, 30, unknown",
        "level, -1, unknown",
        "level, 999999999999, unknown",
        "severity_number, 0, unknown",
        "severity_number, 1, trace",
        "severity_number, 4, trace",
        "severity_number, 5, debug",
        "severity_number, 9, info",
        "SeverityNumber, 13, warning",
        "severityNumber, 17, error",
        "severity_number, 21, fatal",
        "severity_number, 24, fatal",
        "severity_number, 25, unknown"
    })
    void numbersAreSyslogsUnlessTheFieldIsOpenTelemetrys(String field, String raw, String word) {
        assertThat(LogLevel.of(field, raw).word()).isEqualTo(word);
    }
}
