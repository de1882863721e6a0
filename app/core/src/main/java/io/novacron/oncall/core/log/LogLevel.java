package io.novacron.oncall.core.log;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The normal severities of log entries and the way to them from what loggers write (logs guide §8). The raw text stays in
 * the entry's fields.
 */
public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL,
    ALERT,
    EMERGENCY,
    FATAL,
    UNKNOWN;

    private static final Map<String, LogLevel> SYNONYMS = Map.ofEntries(
            Map.entry("t", TRACE),
            Map.entry("trc", TRACE),
            Map.entry("verbose", TRACE),
            Map.entry("d", DEBUG),
            Map.entry("dbg", DEBUG),
            Map.entry("dbug", DEBUG),
            Map.entry("i", INFO),
            Map.entry("inf", INFO),
            Map.entry("w", WARNING),
            Map.entry("wrn", WARNING),
            Map.entry("e", ERROR),
            Map.entry("eror", ERROR),
            Map.entry("f", FATAL),
            Map.entry("ftl", FATAL),
            Map.entry("panic", FATAL),
            // Python's name for "no level", which the prefix "not" would take for a notice
            Map.entry("notset", UNKNOWN));

    /** In this order, as in Kibana's rules. */
    private static final List<Map.Entry<String, LogLevel>> PREFIXES = List.of(
            Map.entry("trace", TRACE),
            Map.entry("deb", DEBUG),
            Map.entry("info", INFO),
            Map.entry("not", NOTICE),
            Map.entry("warn", WARNING),
            Map.entry("err", ERROR),
            Map.entry("cri", CRITICAL),
            Map.entry("sev", CRITICAL),
            Map.entry("ale", ALERT),
            Map.entry("eme", EMERGENCY),
            Map.entry("fatal", FATAL));

    private static final List<LogLevel> SYSLOG =
            List.of(EMERGENCY, ALERT, CRITICAL, ERROR, WARNING, NOTICE, INFO, DEBUG);
    private static final List<LogLevel> OTEL = List.of(TRACE, DEBUG, INFO, WARNING, ERROR, FATAL);
    private static final int OTEL_STEP = 4;

    /** The word of documents and of {@link LogEntry#severity}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The level a value of a field means. A number is one of OpenTelemetry's 1 to 24 in {@code severity_number} (in either
     * spelling), else one of syslog's 0 to 7. Other numbers mean different things to different loggers (20 is "info" in
     * Python and "debug" for Node), so they stay {@link #UNKNOWN}.
     */
    public static LogLevel of(String field, String value) {
        String word = value.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return UNKNOWN;
        }
        int number = smallNumber(word);
        if (number >= 0) {
            return isOtel(field) ? otel(number) : syslog(number);
        }
        LogLevel synonym = SYNONYMS.get(word);
        if (synonym != null) {
            return synonym;
        }
        return PREFIXES.stream()
                .filter(prefix -> word.startsWith(prefix.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static LogLevel syslog(int number) {
        return number < SYSLOG.size() ? SYSLOG.get(number) : UNKNOWN;
    }

    private static LogLevel otel(int number) {
        int step = (number - 1) / OTEL_STEP;
        return number >= 1 && step < OTEL.size() ? OTEL.get(step) : UNKNOWN;
    }

    private static boolean isOtel(String field) {
        String bare = field.replace("_", "").toLowerCase(Locale.ROOT);
        return bare.endsWith("severitynumber");
    }

    /** The number of one or two ASCII digits, else -1. */
    private static int smallNumber(String word) {
        boolean digits = word.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && word.length() <= 2 ? Integer.parseInt(word) : -1;
    }
}
