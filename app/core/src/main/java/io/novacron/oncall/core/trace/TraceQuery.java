package io.novacron.oncall.core.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search for traces. All conditions hold on one span; durations are those of a span (traces guide §3).
 *
 * @param operation empty for any
 */
public record TraceQuery(
        String service,
        String operation,
        Map<String, String> tags,
        @Nullable Duration min,
        @Nullable Duration max,
        Instant start,
        Instant end,
        int limit) {

    public TraceQuery {
        tags = Map.copyOf(tags);
    }
}
