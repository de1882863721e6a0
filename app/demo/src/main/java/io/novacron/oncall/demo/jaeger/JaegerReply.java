package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.demo.http.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The envelope of the legacy dialect; errors in it are sent as plain text (traces guide §3). */
final class JaegerReply {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "Content-Type";
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="UTF-8"><title>Traces of NovaCron</title></head>
            <body><h1>Traces of NovaCron</h1><p>Only the JSON API of Jaeger is here, under /api.</p></body>
            </html>
            """;

    private JaegerReply() {}

    /**
     * One of {@code errors}.
     *
     * @param traceId empty where it is not about one trace
     */
    record Fault(int code, String message, String traceId) {}

    /** Whatever Jackson can write. */
    static Reply data(List<?> data, int total) {
        return json(json -> json.writePOJO(data), total, List.of());
    }

    /** Traces, and what is to be said beside them. */
    static Reply traces(List<List<Span>> traces, List<Fault> errors) {
        return json(
                json -> {
                    json.writeStartArray();
                    traces.forEach(spans -> TraceJson.write(spans, json));
                    json.writeEndArray();
                },
                0,
                errors);
    }

    static Reply error(int status, String message) {
        byte[] body = envelope(JsonGenerator::writeNull, 0, List.of(new Fault(status, message, "")));
        return Reply.text(status, new String(body, StandardCharsets.UTF_8) + "\n");
    }

    /** What Jaeger answers on every path it does not know: the page of its user interface. */
    static Reply page() {
        return new Reply(200, Map.of(TYPE, "text/html; charset=utf-8"), PAGE.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply json(Consumer<JsonGenerator> data, int total, List<Fault> errors) {
        return new Reply(200, Map.of(TYPE, "application/json"), envelope(data, total, errors));
    }

    private static byte[] envelope(Consumer<JsonGenerator> data, int total, List<Fault> errors) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeName("data");
            data.accept(json);
            json.writeNumberProperty("total", total);
            json.writeNumberProperty("limit", 0);
            json.writeNumberProperty("offset", 0);
            if (errors.isEmpty()) {
                json.writeNullProperty("errors");
            } else {
                json.writeArrayPropertyStart("errors");
                errors.forEach(fault -> write(fault, json));
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(Fault fault, JsonGenerator json) {
        json.writeStartObject();
        if (fault.code() != 0) {
            json.writeNumberProperty("code", fault.code());
        }
        json.writeStringProperty("msg", fault.message());
        if (!fault.traceId().isEmpty()) {
            json.writeStringProperty("traceID", fault.traceId());
        }
        json.writeEndObject();
    }
}
