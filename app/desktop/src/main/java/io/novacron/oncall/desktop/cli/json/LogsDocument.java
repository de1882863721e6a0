package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogTotal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Log entries that a search found, newest first, with the number of all hits and their spread over time. */
public record LogsDocument(
        Total total, List<Entry> entries, List<Bar> histogram, List<String> warnings, String source) {

    /** How many hits; {@code relation} is {@code gte} where there may be more. */
    public record Total(long value, String relation) {

        public static Total of(LogTotal total) {
            return new Total(total.value(), total.relation().word());
        }
    }

    /** One log entry. */
    public record Entry(
            String id,
            String index,
            Instant time,
            String severity,
            String service,
            String message,
            String traceId,
            Map<String, String> fields) {

        public static Entry of(LogEntry entry) {
            return new Entry(
                    entry.id(),
                    entry.index(),
                    entry.time(),
                    entry.severity(),
                    entry.service(),
                    entry.message(),
                    entry.traceId(),
                    new TreeMap<>(entry.fields()));
        }
    }

    /** One stretch of time. */
    public record Bar(Instant start, long count, Map<String, Long> bySeverity) {

        public static Bar of(LogHistogram.Bucket bucket) {
            return new Bar(bucket.start(), bucket.count(), new TreeMap<>(bucket.bySeverity()));
        }
    }
}
