package io.novacron.oncall.connectors.jaeger;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** A tag's value as the text that was sent, so that numbers stay exact; lists and objects as compact JSON. */
final class ExactText extends ValueDeserializer<String> {

    /** Of a longer value the head and the length are kept (reliability guide §2). */
    private static final int KEPT = 64 * 1024;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = parser.currentToken().isScalarValue()
                ? parser.getString()
                : context.readTree(parser).toString();
        return text.length() <= KEPT ? text : text.substring(0, KEPT) + "… (" + text.length() + " characters)";
    }
}
