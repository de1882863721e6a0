package io.novacron.oncall.core.log;

import java.time.Instant;
import java.util.Map;

/**
 * One log entry.
 *
 * @param id unique within {@code index}
 * @param severity the normal word of logs guide §8; {@code unknown} where none was found
 * @param traceId as found, empty where there is none
 * @param fields every field by its dotted path, values as text
 */
public record LogEntry(
        String id,
        String index,
        Instant time,
        String severity,
        String service,
        String message,
        String traceId,
        Map<String, String> fields) {

    public LogEntry {
        fields = Map.copyOf(fields);
    }
}
