package io.novacron.oncall.views.log;

import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogLevel;
import io.novacron.oncall.core.log.LogTotal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Counts of hits in words.
final class LogCounts {
    private LogCounts() {}

    /// `20,000 hits`, or `10,000+ hits` where the backend stopped counting.
    static String words(LogTotal total) {
        String plus = total.relation() == LogTotal.Relation.GTE ? "+" : "";
        return number(total.value()) + plus + (total.value() == 1 && plus.isEmpty() ? " hit" : " hits");
    }

    /// With thousands apart.
    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// Hits by level over all bars.
    static Map<LogLevel, Long> bySeverity(LogHistogram histogram) {
        Map<LogLevel, Long> sums = new EnumMap<>(LogLevel.class);
        for (LogHistogram.Bucket bucket : histogram.buckets()) {
            sum(bucket).forEach((level, count) -> sums.merge(level, count, Long::sum));
        }
        return sums;
    }

    /// The hits of one bar by level; those the backend did not break down are unknown, never left out.
    static Map<LogLevel, Long> sum(LogHistogram.Bucket bucket) {
        Map<LogLevel, Long> sums = new EnumMap<>(LogLevel.class);
        long told = 0;
        for (Map.Entry<String, Long> entry : bucket.bySeverity().entrySet()) {
            sums.merge(LogMark.level(entry.getKey()), entry.getValue(), Long::sum);
            told += entry.getValue();
        }
        if (bucket.count() > told) {
            sums.merge(LogLevel.UNKNOWN, bucket.count() - told, Long::sum);
        }
        return sums;
    }
}
