package io.novacron.oncall.core.routing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a route tells anybody at a time.
 *
 * @param by names of the intervals that mute it, or of those that could not be read; empty where it is audible
 * @param until when that changes; null where it does not within a year, and where it is unknown
 */
public record Mute(State state, List<String> by, @Nullable Instant until) {

    /** What the time intervals of a route say. */
    public enum State {
        AUDIBLE,
        MUTED,
        /** One of its intervals has something that this program cannot read. */
        UNKNOWN
    }

    public Mute {
        by = List.copyOf(by);
    }
}
