package io.novacron.oncall.connectors.elasticsearch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The field that bars are split by: the first level field, or its {@code .keyword}, that has one type in all indices and can
 * be counted. A text field has no values to count, and asking for them would fail its shards.
 *
 * @param name empty if there is none
 * @param warning why there is none although a level field exists; else empty
 */
record LevelField(String name, String warning) {

    private static final String KEYWORD = ".keyword";

    /** What {@code _field_caps} answers: per field its types. */
    record Reply(@JsonProperty(required = true) @Nullable Map<String, Map<String, Capability>> fields) {}

    record Capability(boolean aggregatable) {}

    /** All fields worth asking for. */
    static String candidates() {
        List<String> names = new ArrayList<>(EntryFields.LEVEL);
        EntryFields.LEVEL.forEach(name -> names.add(name + KEYWORD));
        return String.join(",", names);
    }

    static LevelField of(Reply reply) {
        Map<String, Map<String, Capability>> fields = reply.fields() == null ? Map.of() : reply.fields();
        String unusable = "";
        for (String name : EntryFields.LEVEL) {
            for (String variant : List.of(name, name + KEYWORD)) {
                if (countable(fields.get(variant))) {
                    return new LevelField(variant, "");
                }
            }
            if (unusable.isEmpty() && fields.containsKey(name)) {
                unusable = name;
            }
        }
        return unusable.isEmpty()
                ? new LevelField("", "")
                : unusable("field " + unusable + " is text, or not of one type, in these indices");
    }

    static LevelField unusable(String reason) {
        return new LevelField("", "The bars are not split by severity: " + reason);
    }

    private static boolean countable(@Nullable Map<String, Capability> types) {
        return types != null
                && types.size() == 1
                && types.values().iterator().next().aggregatable();
    }
}
