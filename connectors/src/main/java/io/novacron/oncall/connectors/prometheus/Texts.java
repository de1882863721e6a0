package io.novacron.oncall.connectors.prometheus;

import io.novacron.oncall.core.alert.Labels;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is missing on the wire becomes empty, and one odd field costs no row. */
final class Texts {

    private Texts() {}

    static String of(@Nullable String text) {
        return text == null ? "" : text;
    }

    static <T> List<T> list(@Nullable List<@Nullable T> list) {
        return list == null
                ? List.of()
                : list.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
    }

    static Map<String, String> map(@Nullable Map<String, @Nullable String> map) {
        Map<String, String> whole = new HashMap<>();
        if (map != null) {
            map.forEach((name, value) -> whole.put(name, of(value)));
        }
        return whole;
    }

    static Labels labels(@Nullable Map<String, @Nullable String> map) {
        return Labels.of(map(map));
    }

    /** Null for what is no time, and for Go's zero time. */
    static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.startsWith("0001-01-01")) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
