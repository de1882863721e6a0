package io.novacron.oncall.core.trace;

import java.util.List;

/** Everything one poll of a Jaeger backend brought. */
public record TraceAnswer(List<String> services) {

    public TraceAnswer {
        services = List.copyOf(services);
    }
}
