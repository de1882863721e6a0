package io.novacron.oncall.demo.elasticsearch;

import java.time.DateTimeException;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The clauses of {@code query} that are answered: {@code match_all}, {@code bool} with {@code filter}, {@code range} and
 * {@code query_string}. Every other one is refused.
 */
final class Clauses {

    private static final String FORMAT = "strict_date_optional_time_nanos";
    private static final Set<String> RANGE = Set.of("gte", "gt", "lte", "lt", "format");
    private static final Set<String> TEXT =
            Set.of("query", "default_field", "default_operator", "allow_leading_wildcard", "lenient");

    private Clauses() {}

    /** Refuses what would be refused for any index, even for none. */
    static void check(JsonNode query) {
        Map.Entry<String, JsonNode> clause = Body.only(query, "query");
        JsonNode content = clause.getValue();
        switch (clause.getKey()) {
            case "match_all" -> Body.knows(content, "match_all", Set.of());
            case "bool" -> {
                Body.knows(content, "bool", Set.of("filter"));
                Body.list(content.path("filter")).forEach(Clauses::check);
            }
            case "range" -> {
                JsonNode ends = Body.only(content, "range").getValue();
                Body.knows(ends, "range", RANGE);
                if (!ends.path("format").asString(FORMAT).equals(FORMAT)) {
                    throw Refusal.illegal(
                            "[range] format [" + ends.path("format") + "] is not answered here, only " + FORMAT);
                }
            }
            case "query_string" -> {
                Body.knows(content, "query_string", TEXT);
                if (!content.path("query").isString()) {
                    throw Refusal.parsing("[query_string] must be provided with a [query]");
                }
            }
            default -> throw Refusal.parsing("unknown query [" + clause.getKey() + "]");
        }
    }

    /** The query for one index. @throws Refusal as a shard refuses it */
    static Query query(JsonNode query, StoredIndex index, FieldQueries queries) {
        Map.Entry<String, JsonNode> clause = Body.only(query, "query");
        JsonNode content = clause.getValue();
        return switch (clause.getKey()) {
            case "bool" -> {
                BooleanQuery.Builder all = new BooleanQuery.Builder();
                for (JsonNode filter : Body.list(content.path("filter"))) {
                    all.add(query(filter, index, queries), BooleanClause.Occur.FILTER);
                }
                BooleanQuery made = all.build();
                yield made.clauses().isEmpty() ? MatchAllDocsQuery.INSTANCE : made;
            }
            case "range" -> range(content, index.mapping(), queries);
            case "query_string" -> text(content, index, queries);
            default -> MatchAllDocsQuery.INSTANCE;
        };
    }

    private static Query range(JsonNode content, Mapping mapping, FieldQueries queries) {
        Map.Entry<String, JsonNode> entry = Body.only(content, "range");
        Field field = mapping.field(entry.getKey());
        if (field == null) {
            return new MatchNoDocsQuery("unmapped field");
        }
        JsonNode ends = entry.getValue();
        try {
            return queries.range(field, end(ends, "gte", "gt"), end(ends, "lte", "lt"));
        } catch (DateTimeException e) {
            throw Refusal.ofShard(
                    "parse_exception", String.valueOf(e.getMessage()), "date_time_parse_exception", "no such time");
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Refusal.illegal(String.valueOf(e.getMessage()));
        }
    }

    private static FieldQueries.@Nullable End end(JsonNode ends, String closed, String open) {
        if (ends.hasNonNull(closed)) {
            return new FieldQueries.End(ends.path(closed).asString(), true);
        }
        return ends.hasNonNull(open) ? new FieldQueries.End(ends.path(open).asString(), false) : null;
    }

    private static Query text(JsonNode content, StoredIndex index, FieldQueries queries) {
        String text = content.path("query").asString();
        QueryString.Options options = new QueryString.Options(
                content.path("default_field").asString("*"),
                content.path("default_operator").asString("OR").equalsIgnoreCase("AND"),
                content.path("allow_leading_wildcard").asBoolean(true),
                content.path("lenient").asBoolean(false));
        if (text.isBlank()) {
            return new MatchNoDocsQuery("empty query");
        }
        try {
            return new QueryString(index, queries, options).parse(text);
        } catch (ParseException e) {
            throw unparsed(text, "parse_exception", e);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw unparsed(text, "illegal_argument_exception", e);
        }
    }

    private static Refusal unparsed(String text, String causeType, Exception cause) {
        return Refusal.ofShard(
                "query_shard_exception",
                "Failed to parse query [" + text + "]",
                causeType,
                String.valueOf(cause.getMessage()));
    }
}
