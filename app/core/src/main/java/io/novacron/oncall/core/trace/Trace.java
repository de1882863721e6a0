package io.novacron.oncall.core.trace;

import java.util.List;

/** All spans received of one trace, in no particular order. */
public record Trace(String traceId, List<Span> spans, List<String> warnings) {

    public Trace {
        spans = List.copyOf(spans);
        warnings = List.copyOf(warnings);
    }
}
