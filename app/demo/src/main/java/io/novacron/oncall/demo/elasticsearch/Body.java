package io.novacron.oncall.demo.elasticsearch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parts of request bodies that are strict about what they hold. */
final class Body {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Map<String, TimeUnit> UNITS = Map.of(
            "ms", TimeUnit.MILLISECONDS,
            "s", TimeUnit.SECONDS,
            "m", TimeUnit.MINUTES,
            "h", TimeUnit.HOURS,
            "d", TimeUnit.DAYS);

    private Body() {}

    /** An object; nothing is an empty one. @throws Refusal for anything else */
    static JsonNode object(String json) {
        try {
            JsonNode read = json.isBlank() ? JSON.createObjectNode() : JSON.readTree(json);
            if (!read.isObject()) {
                throw Refusal.parsing("Expected [START_OBJECT] but found [" + read.getNodeType() + "]");
            }
            return read;
        } catch (JacksonException e) {
            throw Refusal.of(400, "json_parse_exception", e.getOriginalMessage());
        }
    }

    /** The one entry of an object. @throws Refusal where there is another number of them */
    static Map.Entry<String, JsonNode> only(JsonNode object, String what) {
        if (!object.isObject() || object.size() != 1) {
            throw Refusal.parsing("[" + what + "] malformed, expected an object with one name in it");
        }
        return object.properties().iterator().next();
    }

    /** Refuses every name of an object that is not among these. */
    static void knows(JsonNode object, String what, Set<String> names) {
        if (!object.isObject()) {
            throw Refusal.parsing("[" + what + "] query malformed, no start_object after query name");
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!names.contains(entry.getKey())) {
                throw Refusal.parsing("[" + what + "] query does not support [" + entry.getKey() + "]");
            }
        }
    }

    /** One, or a list of them. */
    static List<JsonNode> list(JsonNode node) {
        return node.isArray() ? List.copyOf(node.values()) : node.isMissingNode() ? List.of() : List.of(node);
    }

    /** {@code 25s}. @throws Refusal naming the setting */
    static Duration duration(String setting, String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        TimeUnit unit = UNITS.get(text.substring(digits));
        if (digits == 0 || digits > 15 || unit == null) {
            throw Refusal.illegal("failed to parse setting [" + setting + "] with value [" + text
                    + "] as a time value: unit is missing or unrecognized");
        }
        return Duration.ofMillis(unit.toMillis(Long.parseLong(text.substring(0, digits))));
    }
}
