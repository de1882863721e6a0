package io.novacron.oncall.core.fetch;

import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceQuery;
import java.time.Duration;
import java.util.List;

/**
 * What one Jaeger source can be asked.
 *
 * @param dependencies the request is how far back from now
 */
public record TraceReads(
        String source,
        OnDemand<TraceQuery, List<Trace>> search,
        OnDemand<String, Trace> trace,
        OnDemand<String, List<String>> operations,
        OnDemand<Duration, List<Dependency>> dependencies) {}
