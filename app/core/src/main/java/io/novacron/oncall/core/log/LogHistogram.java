package io.novacron.oncall.core.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Hits over time, empty buckets included, with the total of the same request. */
public record LogHistogram(LogTotal total, Duration interval, List<Bucket> buckets, List<String> warnings) {

    /** {@code bySeverity} uses the normal words of logs guide §8. */
    public record Bucket(Instant start, long count, Map<String, Long> bySeverity) {

        public Bucket {
            bySeverity = Map.copyOf(bySeverity);
        }
    }

    public LogHistogram {
        buckets = List.copyOf(buckets);
        warnings = List.copyOf(warnings);
    }
}
