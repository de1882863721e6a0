package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.core.trace.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where traces come from. A trace is the list of its spans, never an empty one. Any thread. */
interface TraceStore {

    Set<String> services();

    /** The names of a service's spans with their span kinds. */
    Map<String, Set<String>> operations(String service);

    /** The newest traces with a span that is searched, whole, newest first, no more than the limit. */
    Found find(TraceSearch search);

    /** Empty if there is no trace of that id, which has 16 or 32 lower-case hexadecimal digits. */
    List<Span> trace(String traceId);

    /** Calls between two services in traces that began in the window, in epoch ns. */
    List<Dependency> calls(long from, long to);

    /**
     * An answer.
     *
     * @param stoppedAt epoch ns back to which it was searched, where that became too much; {@link #COMPLETE} if all was
     */
    record Found(List<List<Span>> traces, long stoppedAt) {

        static final long COMPLETE = Long.MIN_VALUE;

        static Found all(List<List<Span>> traces) {
            return new Found(traces, COMPLETE);
        }
    }
}
