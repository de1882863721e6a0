package io.novacron.oncall.core.trace;

import io.novacron.oncall.core.trace.Reference.Kind;
import java.util.ArrayList;
import java.util.List;

/** Spans for tests, built in one line. */
final class Spans {

    static final String TRACE = "ab";
    static final long EPOCH = 1_700_000_000_000_000_000L;

    private Spans() {}

    static Span root(String id, long start, long duration) {
        return span(id, start, duration, List.of(), List.of());
    }

    static Span child(String id, String parent, long start, long duration) {
        return span(id, start, duration, List.of(new Reference(Kind.CHILD_OF, TRACE, parent)), List.of());
    }

    static Span child(String id, String parent, long start, long duration, String kind) {
        return span(
                id,
                start,
                duration,
                List.of(new Reference(Kind.CHILD_OF, TRACE, parent)),
                List.of(new Tag("span.kind", "string", kind)));
    }

    static Span span(String id, long start, long duration, List<Reference> references, List<Tag> tags) {
        return new Span(
                TRACE,
                id,
                "service-" + id,
                "op-" + id,
                start,
                duration,
                references,
                tags,
                List.of(),
                List.of(),
                List.of());
    }

    static Trace trace(Span... spans) {
        return new Trace(TRACE, List.of(spans), List.of());
    }

    /** Each row as its id behind one dot per level. */
    static List<String> drawn(TraceTree tree) {
        List<String> lines = new ArrayList<>();
        tree.rows().forEach(row -> lines.add(".".repeat(row.depth()) + row.id()));
        return lines;
    }
}
