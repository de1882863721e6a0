package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.demo.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The envelope of the legacy dialect; errors in it are sent as plain text (traces guide §3). */
final class JaegerReply {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="UTF-8"><title>Traces of NovaCron</title></head>
            <body><h1>Traces of NovaCron</h1><p>Only the JSON API of Jaeger is here, under /api.</p></body>
            </html>
            """;

    private JaegerReply() {}

    static Reply data(JsonNode data, int total) {
        return data(data, total, JSON.arrayNode());
    }

    /** Data beside which something is to be said. */
    static Reply data(JsonNode data, int total, ArrayNode errors) {
        return Reply.json(200, envelope(data, total, errors));
    }

    static Reply error(int status, String message) {
        ArrayNode errors = JSON.arrayNode();
        errors.add(fault(status, message));
        return Reply.text(status, envelope(JSON.nullNode(), 0, errors) + "\n");
    }

    static ObjectNode fault(int code, String message) {
        return JSON.objectNode().put("code", code).put("msg", message);
    }

    /** What Jaeger answers on every path it does not know: the page of its user interface. */
    static Reply page() {
        return new Reply(
                200, Map.of("Content-Type", "text/html; charset=utf-8"), PAGE.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode envelope(JsonNode data, int total, ArrayNode errors) {
        ObjectNode envelope = JSON.objectNode();
        envelope.set("data", data);
        envelope.put("total", total).put("limit", 0).put("offset", 0);
        envelope.set("errors", errors.isEmpty() ? JSON.nullNode() : errors);
        return envelope;
    }
}
