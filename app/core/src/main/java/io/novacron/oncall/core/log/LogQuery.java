package io.novacron.oncall.core.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A search for log entries, newest first.
 *
 * @param text Lucene query string; empty or {@code *} for everything
 * @param start inclusive
 * @param end exclusive; frozen, so that rows and histogram describe the same set
 * @param after where the page before ended, null for the first
 */
public record LogQuery(
        String text,
        Instant start,
        Instant end,
        int limit,
        @Nullable LogCursor after) {}
