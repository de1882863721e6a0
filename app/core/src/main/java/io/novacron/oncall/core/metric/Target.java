package io.novacron.oncall.core.metric;

import io.novacron.oncall.core.alert.Labels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One scrape target.
 *
 * @param health {@code up}, {@code down} or {@code unknown}
 * @param lastScrape null before the first
 */
public record Target(
        Labels labels,
        String scrapeUrl,
        String health,
        String lastError,
        @Nullable Instant lastScrape) {}
