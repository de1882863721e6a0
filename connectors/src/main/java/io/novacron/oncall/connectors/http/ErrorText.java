package io.novacron.oncall.connectors.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a backend says about its refusal, in any of the shapes they use: a JSON string, {@code {code,message}},
 * {@code {error:"…"}}, {@code {errorType,error}}, {@code {error:{reason|message}}}, {@code {data:null,errors:[{msg}]}} or
 * plain text. Elasticsearch says "all shards failed" and hides why in the first of them.
 */
final class ErrorText {

    private static final int SHOWN = 200;
    private static final int HEAD = 80;
    private static final List<String> NAMES = List.of("reason", "message", "msg", "error", "detail");

    private ErrorText() {}

    /** Empty if the body says nothing. */
    static String of(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String found;
        try {
            found = said(Json.mapper().readTree(text));
        } catch (JacksonException e) {
            found = "";
        }
        String plain = (found.isEmpty() ? text : found).strip();
        return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    }

    private static String said(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (!node.isObject()) {
            return "";
        }
        JsonNode shard = node.path("failed_shards").path(0).path("reason");
        if (shard.isObject()) {
            return said(shard);
        }
        for (String name : NAMES) {
            JsonNode child = node.path(name);
            String text = said(child);
            if (!text.isEmpty()) {
                String type = node.path("errorType").asString("");
                return withCause(node, type.isEmpty() ? text : type + ": " + text);
            }
        }
        return said(node.path("errors").path(0));
    }

    /** With the first line of the innermost {@code caused_by}, which names the problem; what stands before it is kept short. */
    private static String withCause(JsonNode node, String text) {
        JsonNode innermost = node;
        while (innermost.path("caused_by").isObject()) {
            innermost = innermost.path("caused_by");
        }
        String cause = innermost.path("reason").asString("").lines().findFirst().orElse("");
        if (cause.isBlank() || text.contains(cause)) {
            return text;
        }
        return (text.length() <= HEAD ? text : text.substring(0, HEAD) + "…") + ": " + cause;
    }
}
