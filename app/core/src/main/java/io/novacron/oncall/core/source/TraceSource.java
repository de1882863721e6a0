package io.novacron.oncall.core.source;

import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceAnswer;
import io.novacron.oncall.core.trace.TraceQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One Jaeger backend. */
public interface TraceSource extends Source<TraceAnswer> {

    Fetched<List<String>> operations(String service);

    /** Traces newest first; the backend promises neither their order nor that there are no more than it sent. */
    Fetched<List<Trace>> search(TraceQuery query);

    /** One trace; a trace that is not there is {@link SourceError.Rejected} with status 404. */
    Fetched<Trace> trace(String traceId);

    /** Calls between services. An empty list may mean that the job which computes them never ran (topology guide §9). */
    Fetched<List<Dependency>> dependencies(Instant end, Duration lookback);
}
