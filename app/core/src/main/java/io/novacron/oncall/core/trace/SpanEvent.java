package io.novacron.oncall.core.trace;

import java.util.List;

/** Something that happened during a span; {@code time} in epoch nanoseconds. */
public record SpanEvent(long time, List<Tag> fields) {

    public SpanEvent {
        fields = List.copyOf(fields);
    }
}
