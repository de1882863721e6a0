package io.novacron.oncall.servers.seed;

import java.time.Instant;
import java.util.Map;

/**
 * One span of a seeded trace.
 *
 * @param parentId the parent's id, empty for a root
 * @param error what went wrong, empty if nothing did
 */
public record SeededSpan(
        String traceId,
        String spanId,
        String parentId,
        String service,
        String name,
        Kind kind,
        Instant start,
        Instant end,
        String error,
        Map<String, String> attributes) {

    /** Roles of spans, with their numbers in OTLP. */
    public enum Kind {
        INTERNAL(1),
        SERVER(2),
        CLIENT(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    public SeededSpan {
        attributes = Map.copyOf(attributes);
    }

    public boolean failed() {
        return !error.isEmpty();
    }
}
