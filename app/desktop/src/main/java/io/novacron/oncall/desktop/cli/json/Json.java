package io.novacron.oncall.desktop.cli.json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents to text and back: times as RFC 3339 in UTC, what is unknown as null. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** On one line. */
    public static String text(Object document) {
        return MAPPER.writeValueAsString(document);
    }

    /** Reads one document; throws where the text is none. */
    public static JsonNode read(String text) throws JacksonException {
        return MAPPER.readTree(text);
    }
}
