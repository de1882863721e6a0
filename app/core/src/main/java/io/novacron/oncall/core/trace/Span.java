package io.novacron.oncall.core.trace;

import java.util.List;

/**
 * One span as received; nothing is corrected here.
 *
 * @param start epoch nanoseconds; zero is a valid time
 * @param duration nanoseconds; a backend that counts in microseconds leaves the rest zero
 * @param references all of them; which one is the parent is decided by the tree alone
 * @param warnings the backend's, for instance about a corrected clock
 */
public record Span(
        String traceId,
        String spanId,
        String service,
        String operation,
        long start,
        long duration,
        List<Reference> references,
        List<Tag> tags,
        List<Tag> processTags,
        List<SpanEvent> events,
        List<String> warnings) {

    public Span {
        references = List.copyOf(references);
        tags = List.copyOf(tags);
        processTags = List.copyOf(processTags);
        events = List.copyOf(events);
        warnings = List.copyOf(warnings);
    }
}
