package io.novacron.oncall.demo.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import tools.jackson.databind.JsonNode;

/**
 * One key of a sort: a time, or the number in which documents came to their index.
 *
 * @param lenient whether an index that does not know the field sorts as if all its documents lacked it
 * @param nanos whether times are told in nanoseconds, whatever the index keeps
 */
record SortKey(String field, boolean descending, boolean lenient, boolean nanos) {

    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final Set<String> OPTIONS = Set.of("order", "unmapped_type", "numeric_type");

    static List<SortKey> of(JsonNode sort) {
        List<SortKey> keys = new ArrayList<>();
        for (JsonNode one : Body.list(sort)) {
            Map.Entry<String, JsonNode> entry = Body.only(one, "sort");
            JsonNode options = entry.getValue();
            Body.knows(options, "sort", OPTIONS);
            String type = options.path("numeric_type").asString("");
            if (!type.isEmpty() && !type.equals("date_nanos")) {
                throw Refusal.illegal("[numeric_type] [" + type + "] is not answered here, only date_nanos");
            }
            keys.add(new SortKey(
                    entry.getKey(),
                    options.path("order").asString("asc").equals("desc"),
                    options.has("unmapped_type"),
                    !type.isEmpty()));
        }
        return keys;
    }

    /** For one index. @throws Refusal where the field cannot be sorted by there */
    SortField on(Mapping mapping) {
        long last = descending ? Long.MIN_VALUE : Long.MAX_VALUE;
        if (field.equals(Documents.SEQUENCE)) {
            return new SortField(field, SortField.Type.LONG, descending, last);
        }
        Field known = mapping.field(field);
        if (known == null && !lenient) {
            throw Refusal.of(400, "query_shard_exception", "No mapping found for [" + field + "] in order to sort on");
        }
        if (known != null && !known.type().isDate() && known.type() != FieldType.LONG) {
            throw Refusal.illegal(
                    "sorting by a field of type [" + known.type().word() + "] is not answered here: [" + field + "]");
        }
        return new SortedNumericSortField(
                field,
                SortField.Type.LONG,
                descending,
                descending ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN,
                last);
    }

    /** A value as the answer has it. */
    Object told(Mapping mapping, Object value) {
        return value instanceof Long number && isMillis(mapping) && Math.abs(number) != Long.MAX_VALUE
                ? (Object) Math.floorDiv(number, NANOS_PER_MILLI)
                : value;
    }

    /** A value that was told, as it is kept. @throws Refusal where it is none */
    Object kept(Mapping mapping, JsonNode value) {
        if (!value.isIntegralNumber() && !value.isString()) {
            throw Refusal.illegal("Failed to parse search_after value for field [" + field + "].");
        }
        try {
            long number = value.isString() ? Long.parseLong(value.asString()) : value.longValue();
            return isMillis(mapping) ? (Object) Math.multiplyExact(number, NANOS_PER_MILLI) : number;
        } catch (NumberFormatException | ArithmeticException e) {
            throw Refusal.illegal("Failed to parse search_after value for field [" + field + "].");
        }
    }

    private boolean isMillis(Mapping mapping) {
        Field known = mapping.field(field);
        return !nanos && known != null && known.type() == FieldType.DATE;
    }
}
