package io.novacron.oncall.demo.elasticsearch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What {@code _search} is asked. Anything that is not read here is refused by its name.
 *
 * @param timeout how long it may take, null if nothing is said
 * @param counted whether all hits are counted
 * @param after one value for each key of the sort, or none
 * @param bars null where none are wanted
 */
record SearchBody(
        int size,
        @Nullable Duration timeout,
        boolean counted,
        JsonNode query,
        List<SortKey> sort,
        List<JsonNode> after,
        @Nullable BarsRequest bars) {

    private static final Set<String> NAMES =
            Set.of("size", "timeout", "track_total_hits", "query", "sort", "search_after", "aggs");
    private static final int WINDOW = 10_000;
    private static final int DEFAULT_SIZE = 10;

    static SearchBody of(JsonNode body) {
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            if (!NAMES.contains(entry.getKey())) {
                throw Refusal.parsing(
                        "Unknown key for a " + entry.getValue().getNodeType() + " in [" + entry.getKey() + "].");
            }
        }
        JsonNode query = body.has("query") ? body.path("query") : matchAll();
        Clauses.check(query);
        List<SortKey> sort = SortKey.of(body.path("sort"));
        List<JsonNode> after = Body.list(body.path("search_after"));
        if (!after.isEmpty() && after.size() != sort.size()) {
            throw Refusal.illegal("search_after has " + after.size() + " value(s) but sort has " + sort.size() + ".");
        }
        JsonNode total = body.path("track_total_hits");
        if (!total.isMissingNode() && !total.isBoolean()) {
            throw Refusal.parsing("[track_total_hits] is answered here for true and false only, not for " + total);
        }
        return new SearchBody(
                size(body.path("size")),
                body.has("timeout")
                        ? Body.duration("timeout", body.path("timeout").asString(""))
                        : null,
                total.asBoolean(true),
                query,
                sort,
                after,
                body.has("aggs") ? BarsRequest.of(body.path("aggs")) : null);
    }

    private static JsonNode matchAll() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return nodes.objectNode().set("match_all", nodes.objectNode());
    }

    private static int size(JsonNode size) {
        if (size.isMissingNode()) {
            return DEFAULT_SIZE;
        }
        if (!size.isIntegralNumber() || !size.canConvertToInt()) {
            throw Refusal.of(400, "number_format_exception", "For input string: " + size);
        }
        if (size.intValue() < 0) {
            throw Refusal.illegal("[size] parameter cannot be negative, found [" + size + "]");
        }
        if (size.intValue() > WINDOW) {
            throw Refusal.illegal("Result window is too large, from + size must be less than or equal to: [" + WINDOW
                    + "] but was [" + size + "].");
        }
        return size.intValue();
    }
}
