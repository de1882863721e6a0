package io.novacron.oncall.views.trace;

import io.novacron.oncall.core.trace.TraceQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the operator filled in, as text; it becomes a query or one sentence that names the field.
///
/// @param operation empty for any
record TraceForm(
        String service, String operation, String tags, String min, String max, Duration lookBack, String limit) {
    static final TraceForm EMPTY = new TraceForm("", "", "", "", "", Duration.ofHours(1), "20");

    private static final int MOST = 1_500;

    /// @throws IllegalArgumentException with the sentence
    TraceQuery query(Instant now) {
        if (service.isBlank()) {
            throw new IllegalArgumentException("Choose a service; Jaeger searches one service at a time.");
        }
        Map<String, String> pairs = TagQuery.read(tags);
        Duration least = duration("Min duration", min);
        Duration longest = duration("Max duration", max);
        if (least != null && longest != null && least.compareTo(longest) > 0) {
            throw new IllegalArgumentException("Min duration is longer than max duration; no span fits between them.");
        }
        return new TraceQuery(
                service.strip(), operation.strip(), pairs, least, longest, now.minus(lookBack), now, most());
    }

    private int most() {
        try {
            int number = Integer.parseInt(limit.strip());
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Limit must be a number from 1 to " + MOST + ".", e);
        }
        throw new IllegalArgumentException("Limit must be a number from 1 to " + MOST + ".");
    }

    private static @Nullable Duration duration(String field, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        Optional<Duration> read = TraceDurations.read(typed);
        return read.orElseThrow(() -> new IllegalArgumentException(
                field + ": write a number with us, ms, s, m or h, for instance 100ms or 1.2s."));
    }
}
