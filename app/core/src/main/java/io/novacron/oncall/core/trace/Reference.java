package io.novacron.oncall.core.trace;

/** A span named by another one. */
public record Reference(Kind kind, String traceId, String spanId) {

    public enum Kind {
        CHILD_OF,
        FOLLOWS_FROM
    }
}
