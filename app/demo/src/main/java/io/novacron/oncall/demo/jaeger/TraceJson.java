package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.core.trace.Reference;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.core.trace.SpanEvent;
import io.novacron.oncall.core.trace.Tag;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Writes traces in the legacy dialect (traces guide §3): times in µs, each process of a trace once. */
final class TraceJson {

    private static final long NANOS = 1_000;
    /** Larger integers are sent as text, because JavaScript could not hold them. */
    private static final long SAFE = (1L << 53) - 1;

    private final JsonGenerator json;
    private final Set<String> ids;
    private final Map<Source, String> processes = new LinkedHashMap<>();

    private record Source(String service, List<Tag> tags) {}

    private TraceJson(JsonGenerator json, Set<String> ids) {
        this.json = json;
        this.ids = ids;
    }

    /** Writes one trace of which all spans, at least one, are given. */
    static void write(List<Span> spans, JsonGenerator json) {
        new TraceJson(json, spans.stream().map(Span::spanId).collect(Collectors.toSet())).trace(spans);
    }

    private void trace(List<Span> spans) {
        json.writeStartObject();
        json.writeStringProperty("traceID", spans.getFirst().traceId());
        json.writeArrayPropertyStart("spans");
        spans.forEach(this::span);
        json.writeEndArray();
        json.writeObjectPropertyStart("processes");
        processes.forEach((source, id) -> {
            json.writeObjectPropertyStart(id);
            json.writeStringProperty("serviceName", source.service());
            tags("tags", source.tags());
            json.writeEndObject();
        });
        json.writeEndObject();
        json.writeNullProperty("warnings");
        json.writeEndObject();
    }

    private void span(Span span) {
        json.writeStartObject();
        json.writeStringProperty("traceID", span.traceId());
        json.writeStringProperty("spanID", span.spanId());
        json.writeStringProperty("operationName", span.operation());
        json.writeArrayPropertyStart("references");
        span.references().forEach(this::reference);
        json.writeEndArray();
        json.writeNumberProperty("startTime", span.start() / NANOS);
        json.writeNumberProperty("duration", span.duration() / NANOS);
        tags("tags", span.tags());
        json.writeArrayPropertyStart("logs");
        span.events().forEach(this::event);
        json.writeEndArray();
        Source source = new Source(span.service(), span.processTags());
        json.writeStringProperty("processID", processes.computeIfAbsent(source, _ -> "p" + (processes.size() + 1)));
        warnings(span);
        json.writeEndObject();
    }

    private void reference(Reference reference) {
        json.writeStartObject();
        json.writeStringProperty("refType", reference.kind().name());
        json.writeStringProperty("traceID", reference.traceId());
        json.writeStringProperty("spanID", reference.spanId());
        json.writeEndObject();
    }

    private void event(SpanEvent event) {
        json.writeStartObject();
        json.writeNumberProperty("timestamp", event.time() / NANOS);
        tags("fields", event.fields());
        json.writeEndObject();
    }

    private void warnings(Span span) {
        List<String> missing = span.references().stream()
                .filter(one -> one.kind() == Reference.Kind.CHILD_OF && !ids.contains(one.spanId()))
                .map(Reference::spanId)
                .toList();
        if (missing.isEmpty()) {
            json.writeNullProperty("warnings");
            return;
        }
        json.writeArrayPropertyStart("warnings");
        missing.forEach(id -> json.writeString("invalid parent span IDs=" + id + "; skipping clock skew adjustment"));
        json.writeEndArray();
    }

    private void tags(String name, List<Tag> tags) {
        json.writeArrayPropertyStart(name);
        for (Tag tag : tags) {
            json.writeStartObject();
            json.writeStringProperty("key", tag.key());
            json.writeStringProperty("type", tag.type());
            json.writeName("value");
            value(tag);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void value(Tag tag) {
        switch (tag.type()) {
            case "bool" -> json.writeBoolean(Boolean.parseBoolean(tag.value()));
            case "float64" -> json.writeNumber(new BigDecimal(tag.value()));
            case "int64" -> {
                long number = Long.parseLong(tag.value());
                if (Math.abs(number) <= SAFE) {
                    json.writeNumber(number);
                } else {
                    json.writeString(tag.value());
                }
            }
            default -> json.writeString(tag.value());
        }
    }
}
