package io.novacron.oncall.connectors.http;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Of a text over 64 KiB the head and the length are kept, so that one huge label cannot blind a source. */
final class KeptText extends StringDeserializer {

    private static final int KEPT = 64 * 1024;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text == null || text.length() <= KEPT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }
}
