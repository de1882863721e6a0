package io.novacron.oncall.core.trace;

import java.util.Locale;
import java.util.Set;

/**
 * Whether a span failed: its status is ERROR, or its tag {@code error} holds anything but {@code false}, {@code 0} or
 * nothing (traces guide §4). A descendant's error is not its own.
 */
public final class SpanError {

    private static final Set<String> NO = Set.of("", "0", "false");
    private static final Set<String> ERROR_STATUS = Set.of("2", "error", "status_code_error");

    private SpanError() {}

    public static boolean failed(Span span) {
        return span.tags().stream().anyMatch(SpanError::says);
    }

    private static boolean says(Tag tag) {
        String value = tag.value().strip().toLowerCase(Locale.ROOT);
        return switch (tag.key()) {
            case "error" -> !NO.contains(value);
            case "otel.status_code" -> ERROR_STATUS.contains(value);
            default -> false;
        };
    }
}
