package io.novacron.oncall.views.log;

import io.novacron.oncall.core.log.LogLevel;
import io.novacron.oncall.themes.SeverityMark;
import java.util.List;
import java.util.Locale;

/// Which shape and colour a log severity has; five shapes for eleven words, so the word always stands beside it.
final class LogMark {
    /// Worst first, as the histogram stacks them from its floor.
    static final List<LogLevel> WORST_FIRST = List.of(
            LogLevel.FATAL,
            LogLevel.EMERGENCY,
            LogLevel.ALERT,
            LogLevel.CRITICAL,
            LogLevel.ERROR,
            LogLevel.WARNING,
            LogLevel.NOTICE,
            LogLevel.INFO,
            LogLevel.DEBUG,
            LogLevel.TRACE,
            LogLevel.UNKNOWN);

    private LogMark() {}

    /// The level of one of the normal words; anything else is unknown.
    static LogLevel level(String word) {
        String name = word.toUpperCase(Locale.ROOT);
        return WORST_FIRST.stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElse(LogLevel.UNKNOWN);
    }

    static SeverityMark of(LogLevel level) {
        return switch (level) {
            case FATAL, EMERGENCY, ALERT, CRITICAL -> SeverityMark.S1;
            case ERROR -> SeverityMark.S2;
            case WARNING -> SeverityMark.S3;
            case NOTICE, INFO -> SeverityMark.S4;
            case DEBUG, TRACE -> SeverityMark.S5;
            case UNKNOWN -> SeverityMark.UNKNOWN;
        };
    }
}
