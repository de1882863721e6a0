package io.novacron.oncall.connectors.alertmanager;

import java.time.DateTimeException;
import java.time.Instant;
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
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    static Instant parseOr(@Nullable String text, Instant otherwise) {
        Instant time = parse(text);
        return time == null ? otherwise : time;
    }
}
