package io.novacron.oncall.core.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands at one moment.
 *
 * @param states all that hold, worst first; {@code [LIVE]} where nothing is wrong
 * @param reason one sentence on the worst of them; empty for LIVE unless there is something to know
 * @param lastGood null before the first good answer
 * @param every the poll interval
 */
public record SourceStatus(
        String name,
        SourceKind kind,
        String cluster,
        List<SourceState> states,
        String reason,
        @Nullable Instant lastGood,
        String version,
        String flavour,
        @Nullable Duration latency,
        @Nullable Duration skew,
        @Nullable Instant tlsNotAfter,
        Duration every) {

    public SourceStatus {
        states = List.copyOf(states);
    }

    public SourceState state() {
        return states.getFirst();
    }

    public boolean live() {
        return state() == SourceState.LIVE;
    }
}
