package io.novacron.oncall.connectors.elasticsearch;

import io.novacron.oncall.core.log.LogEntry;
import io.novacron.oncall.core.log.LogHistogram;
import io.novacron.oncall.core.log.LogLevel;
import io.novacron.oncall.core.log.LogTotal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** From wire records to the records of core. */
final class EntryMapper {

    private static final long NANOS = 1_000_000_000L;

    private EntryMapper() {}

    static LogEntry entry(SearchReply.Hit hit) {
        FlatSource source = hit.source();
        Map<String, String> fields = source == null ? Map.of() : source.fields();
        String message = EntryFields.message(fields);
        return new LogEntry(
                hit.id(),
                hit.index(),
                time(hit.sort()),
                EntryFields.level(fields).word(),
                EntryFields.service(fields),
                message,
                EntryFields.traceId(fields, message),
                fields);
    }

    /** The time sorted by, in nanoseconds: what the document says may have any format. */
    private static Instant time(@Nullable JsonNode sort) {
        long nanos = sort == null ? 0 : sort.path(0).asLong(0);
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    /** What no level field accounts for is of unknown severity, so the parts of a bar always make the whole. */
    static LogHistogram.Bucket bucket(SearchReply.TimeBucket bucket, String levelField) {
        Map<String, Long> bySeverity = new HashMap<>();
        long rest = bucket.count();
        if (bucket.level() != null) {
            for (SearchReply.TermBucket term : bucket.level().present()) {
                String word = LogLevel.of(levelField, term.key().asString("")).word();
                long counted = Math.min(rest, term.count());
                bySeverity.merge(word, counted, Long::sum);
                rest -= counted;
            }
        }
        if (rest > 0) {
            bySeverity.merge(LogLevel.UNKNOWN.word(), rest, Long::sum);
        }
        return new LogHistogram.Bucket(Instant.ofEpochMilli(bucket.key()), bucket.count(), bySeverity);
    }

    /** An object with its relation, or the bare number of old backends; without either a lower bound of nothing. */
    static LogTotal total(@Nullable JsonNode total) {
        if (total == null) {
            return new LogTotal(0, LogTotal.Relation.GTE);
        }
        if (total.isNumber()) {
            return new LogTotal(total.asLong(), LogTotal.Relation.EQ);
        }
        boolean exact = total.path("relation").asString("").equals("eq");
        return new LogTotal(total.path("value").asLong(0), exact ? LogTotal.Relation.EQ : LogTotal.Relation.GTE);
    }
}
