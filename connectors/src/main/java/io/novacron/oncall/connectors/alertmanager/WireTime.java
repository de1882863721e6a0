package io.novacron.oncall.connectors.alertmanager;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** RFC 3339 with 0 to 9 digits of a second and any offset (alerts guide A8). */
final class WireTime {

    private WireTime() {}

    /** Null where the text is missing or no time. The zero time of Go, year 1, is a time. */
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant utc = utc(text);
            return utc != null ? utc : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    /**
     * The form in which Alertmanager tells times, for instance {@code 2026-11-22T15:25:58.496Z}: a formatter would take a tenth
     * of the whole time that a large answer needs.
     *
     * @return null for any other form
     */
    private static @Nullable Instant utc(String text) {
        int end = text.length() - 1;
        if (end < 19 || end > 29 || end == 20 || text.charAt(end) != 'Z' || !separated(text)) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int nanos = end == 19 ? 0 : digits(text, 20, end);
        if ((year | month | day | hour | minute | second | nanos) < 0 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        for (int i = end; i > 19 && i < 29; i++) {
            nanos *= 10;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, nanos);
    }

    private static boolean separated(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (text.charAt(19) == '.' || text.length() == 20);
    }

    /** Negative where anything else than a digit stands there; at most nine digits. */
    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    static Instant parseOr(@Nullable String text, Instant otherwise) {
        Instant time = parse(text);
        return time == null ? otherwise : time;
    }
}
