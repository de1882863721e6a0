package io.novacron.oncall.core.topology;

import io.novacron.oncall.core.trace.Dependency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one Jaeger source knows.
 *
 * @param cluster empty where none is configured for it
 * @param dependencies null until the source answered once; an empty answer is something else
 * @param observedAt end of the window the dependencies are of
 */
public record TracedCalls(
        String source,
        String cluster,
        List<String> services,
        @Nullable List<Dependency> dependencies,
        Instant observedAt) {

    public TracedCalls {
        services = List.copyOf(services);
        dependencies = dependencies == null ? null : List.copyOf(dependencies);
    }
}
