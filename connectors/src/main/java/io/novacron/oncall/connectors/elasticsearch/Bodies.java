package io.novacron.oncall.connectors.elasticsearch;

import io.novacron.oncall.connectors.http.Json;
import io.novacron.oncall.core.log.LogQuery;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Request bodies of {@code _search}. */
final class Bodies {

    /** Where the backend gives up and sends what it has; below our own budget for a long-running request. */
    static final String TIMEOUT = "25s";

    /** The field every range, sort and bar goes by. */
    static final String TIME = "@timestamp";

    static final String TIE_BREAK = "_seq_no";

    private static final int TERMS = 100;

    private Bodies() {}

    /** Rows, newest first, without totals. */
    static byte[] rows(LogQuery query, int size, boolean tieBreak, @Nullable JsonNode after) {
        Map<String, Object> body = common(query, size);
        body.put("track_total_hits", false);
        // nanoseconds throughout, so that date and date_nanos indices sort as one
        Map<String, Object> time =
                Map.of(TIME, Map.of("order", "desc", "unmapped_type", "date", "numeric_type", "date_nanos"));
        Map<String, Object> tie = Map.of(TIE_BREAK, Map.of("order", "desc", "unmapped_type", "long"));
        body.put("sort", tieBreak ? List.of(time, tie) : List.of(time));
        if (after != null) {
            body.put("search_after", after);
        }
        return Json.bytes(body);
    }

    /** Totals and bars; {@code levelField} is empty where bars cannot be split. */
    static byte[] histogram(LogQuery query, Duration interval, String levelField) {
        Map<String, Object> body = common(query, 0);
        body.put("track_total_hits", true);
        Map<String, Object> bars = new LinkedHashMap<>();
        bars.put(
                "date_histogram",
                Map.of(
                        "field",
                        TIME,
                        "fixed_interval",
                        interval.toMillis() + "ms",
                        "min_doc_count",
                        0,
                        "extended_bounds",
                        Map.of("min", query.start().toEpochMilli(), "max", Interval.last(query.end()))));
        if (!levelField.isEmpty()) {
            bars.put("aggs", Map.of("level", Map.of("terms", Map.of("field", levelField, "size", TERMS))));
        }
        body.put("aggs", Map.of("time", bars));
        return Json.bytes(body);
    }

    private static Map<String, Object> common(LogQuery query, int size) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("size", size);
        body.put("timeout", TIMEOUT);
        body.put(
                "query",
                Map.of(
                        "bool",
                        Map.of("filter", List.of(range(query), text(query.text().strip())))));
        return body;
    }

    private static Map<String, Object> range(LogQuery query) {
        return Map.of(
                "range",
                Map.of(
                        TIME,
                        Map.of(
                                "gte", query.start().toString(),
                                "lt", query.end().toString(),
                                "format", "strict_date_optional_time_nanos")));
    }

    /**
     * Lucene's query string with everything said that an index could set otherwise: bare words search all fields, words next
     * to each other are alternatives, a leading wildcard is allowed (slow on large fields, but users need it), and a word that
     * does not fit a field's type fits no document of it instead of failing.
     */
    private static Map<String, Object> text(String text) {
        if (text.isEmpty() || text.equals("*")) {
            return Map.of("match_all", Map.of());
        }
        return Map.of(
                "query_string",
                Map.of(
                        "query",
                        text,
                        "default_field",
                        "*",
                        "default_operator",
                        "OR",
                        "allow_leading_wildcard",
                        true,
                        "lenient",
                        true));
    }
}
