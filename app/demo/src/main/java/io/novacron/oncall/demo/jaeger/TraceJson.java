package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.core.trace.Reference;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.core.trace.SpanEvent;
import io.novacron.oncall.core.trace.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A trace in the legacy dialect (traces guide §3): times in µs, each process once. */
final class TraceJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long NANOS = 1_000;
    /** Larger integers are sent as text, because JavaScript could not hold them. */
    private static final long SAFE = (1L << 53) - 1;

    private final Map<Source, String> processes = new HashMap<>();
    private final ObjectNode named = JSON.objectNode();

    private record Source(String service, List<Tag> tags) {}

    private TraceJson() {}

    /** The JSON of one trace of which all spans, at least one, are given. */
    static ObjectNode of(List<Span> spans) {
        return new TraceJson().trace(spans);
    }

    private ObjectNode trace(List<Span> spans) {
        Set<String> ids = spans.stream().map(Span::spanId).collect(Collectors.toSet());
        ObjectNode trace = JSON.objectNode();
        trace.put("traceID", spans.getFirst().traceId());
        ArrayNode all = trace.putArray("spans");
        spans.forEach(span -> all.add(span(span, ids)));
        trace.set("processes", named);
        trace.putNull("warnings");
        return trace;
    }

    private ObjectNode span(Span span, Set<String> ids) {
        ObjectNode json = JSON.objectNode();
        json.put("traceID", span.traceId());
        json.put("spanID", span.spanId());
        json.put("operationName", span.operation());
        ArrayNode references = json.putArray("references");
        List<String> missing = new ArrayList<>();
        for (Reference reference : span.references()) {
            references
                    .addObject()
                    .put("refType", reference.kind().name())
                    .put("traceID", reference.traceId())
                    .put("spanID", reference.spanId());
            if (reference.kind() == Reference.Kind.CHILD_OF && !ids.contains(reference.spanId())) {
                missing.add(reference.spanId());
            }
        }
        json.put("startTime", span.start() / NANOS);
        json.put("duration", span.duration() / NANOS);
        json.set("tags", tags(span.tags()));
        ArrayNode logs = json.putArray("logs");
        for (SpanEvent event : span.events()) {
            logs.addObject().put("timestamp", event.time() / NANOS).set("fields", tags(event.fields()));
        }
        json.put("processID", process(span));
        if (missing.isEmpty()) {
            json.putNull("warnings");
        } else {
            ArrayNode warnings = json.putArray("warnings");
            missing.forEach(id -> warnings.add("invalid parent span IDs=" + id + "; skipping clock skew adjustment"));
        }
        return json;
    }

    private String process(Span span) {
        Source process = new Source(span.service(), span.processTags());
        return processes.computeIfAbsent(process, _ -> {
            String id = "p" + (processes.size() + 1);
            named.putObject(id).put("serviceName", process.service()).set("tags", tags(process.tags()));
            return id;
        });
    }

    private static ArrayNode tags(List<Tag> tags) {
        ArrayNode all = JSON.arrayNode();
        for (Tag tag : tags) {
            ObjectNode json = all.addObject().put("key", tag.key()).put("type", tag.type());
            switch (tag.type()) {
                case "bool" -> json.put("value", Boolean.parseBoolean(tag.value()));
                case "int64" -> number(json, tag.value());
                case "float64" -> json.put("value", new BigDecimal(tag.value()));
                default -> json.put("value", tag.value());
            }
        }
        return all;
    }

    private static void number(ObjectNode json, String value) {
        long number = Long.parseLong(value);
        if (Math.abs(number) <= SAFE) {
            json.put("value", number);
        } else {
            json.put("value", value);
        }
    }
}
