package io.novacron.oncall.connectors.elasticsearch;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * A document as dotted paths and texts. Nested objects and dotted keys come out the same; a number is the text that was
 * sent, so it stays exact; several values of one path are joined by comma and blank; null and empty are no value.
 */
record FlatSource(Map<String, String> fields) {

    /** Of a longer value the head and the length are kept (reliability guide §2). */
    private static final int KEPT = 64 * 1024;

    static final class Reader extends ValueDeserializer<FlatSource> {

        @Override
        public FlatSource deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                return (FlatSource) context.handleUnexpectedToken(FlatSource.class, parser);
            }
            Map<String, StringBuilder> values = new LinkedHashMap<>();
            object(parser, "", values);
            Map<String, String> fields = new LinkedHashMap<>();
            values.forEach((path, value) -> fields.put(path, kept(value)));
            return new FlatSource(fields);
        }

        /** The depth of the recursion is bounded by the parser's own limit of nesting. */
        private static void object(JsonParser parser, String prefix, Map<String, StringBuilder> values) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String path = prefix + parser.currentName();
                parser.nextToken();
                value(parser, path, values);
            }
        }

        private static void value(JsonParser parser, String path, Map<String, StringBuilder> values) {
            switch (parser.currentToken()) {
                case START_OBJECT -> object(parser, path + ".", values);
                case START_ARRAY -> {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        value(parser, path, values);
                    }
                }
                case VALUE_NULL -> {}
                default -> add(values, path, parser.getString());
            }
        }

        private static void add(Map<String, StringBuilder> values, String path, String text) {
            StringBuilder value = values.get(path);
            if (value == null) {
                values.put(path, new StringBuilder(text));
            } else if (!value.toString().contentEquals(text)) {
                value.append(", ").append(text);
            }
        }

        private static String kept(StringBuilder value) {
            return value.length() <= KEPT
                    ? value.toString()
                    : value.substring(0, KEPT) + "… (" + value.length() + " characters)";
        }
    }
}
