package io.novacron.oncall.desktop.cli;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch of time to search in: the last hour unless said otherwise. */
record Window(Instant start, Instant end) {

    private static final Duration USUAL = Duration.ofHours(1);

    static Window of(@Nullable String start, @Nullable String end, Instant now) throws Stop {
        Instant to = end == null ? now : Texts.time("--end", end);
        Instant from = start == null ? now.minus(USUAL) : Texts.time("--start", start);
        if (!from.isBefore(to)) {
            throw Stop.usage("--start " + from + " is not before --end " + to);
        }
        return new Window(from, to);
    }
}
