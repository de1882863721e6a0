package io.novacron.oncall.demo.elasticsearch;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A {@code date_histogram}, split or not by the values of one field.
 *
 * @param name what the answer calls it
 * @param step width in milliseconds
 * @param first the first and {@code last} the last millisecond that must have a bar; null where nothing is said
 * @param split null where the bars are whole
 */
record BarsRequest(
        String name,
        String field,
        long step,
        @Nullable Long first,
        @Nullable Long last,
        @Nullable Split split) {

    /** A {@code terms} aggregation within each bar. */
    record Split(String name, String field, int size) {}

    private static final int MOST_TERMS = 65_535;
    private static final int DEFAULT_TERMS = 10;

    static BarsRequest of(JsonNode aggs) {
        Map.Entry<String, JsonNode> named = Body.only(aggs, "aggs");
        JsonNode agg = named.getValue();
        for (Map.Entry<String, JsonNode> part : agg.properties()) {
            if (!part.getKey().equals("date_histogram") && !part.getKey().equals("aggs")) {
                throw Refusal.parsing("Unknown aggregation type [" + part.getKey() + "]");
            }
        }
        JsonNode bars = agg.path("date_histogram");
        Body.knows(bars, "date_histogram", Set.of("field", "fixed_interval", "min_doc_count", "extended_bounds"));
        JsonNode bounds = bars.path("extended_bounds");
        if (!bounds.isMissingNode()) {
            Body.knows(bounds, "extended_bounds", Set.of("min", "max"));
        }
        if (bars.path("min_doc_count").asInt(0) != 0) {
            throw Refusal.illegal("[min_doc_count] is answered here for 0 only");
        }
        long step = Body.duration(
                        "date_histogram.fixedInterval",
                        bars.path("fixed_interval").asString(""))
                .toMillis();
        if (step == 0) {
            throw Refusal.illegal("Zero or negative time interval not supported");
        }
        return new BarsRequest(
                named.getKey(),
                bars.path("field").asString(""),
                step,
                bounds.isMissingNode() ? null : bounds.path("min").longValue(),
                bounds.isMissingNode() ? null : bounds.path("max").longValue(),
                agg.has("aggs") ? split(agg.path("aggs")) : null);
    }

    private static Split split(JsonNode aggs) {
        Map.Entry<String, JsonNode> named = Body.only(aggs, "aggs");
        Map.Entry<String, JsonNode> type = Body.only(named.getValue(), named.getKey());
        if (!type.getKey().equals("terms")) {
            throw Refusal.parsing("Unknown aggregation type [" + type.getKey() + "]");
        }
        JsonNode terms = type.getValue();
        Body.knows(terms, "terms", Set.of("field", "size"));
        return new Split(
                named.getKey(),
                terms.path("field").asString(""),
                Math.clamp(terms.path("size").asInt(DEFAULT_TERMS), 1, MOST_TERMS));
    }
}
