package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.core.trace.Reference;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.core.trace.SpanEvent;
import io.novacron.oncall.core.trace.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads an OTLP request in JSON into spans as Jaeger stores them: status, kind and scope are tags, links are references. */
final class OtlpJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOBODY = "OTLPResourceNoServiceName";
    private static final List<String> KINDS = List.of("", "internal", "server", "client", "producer", "consumer");
    private static final List<String> STATUS = List.of("", "OK", "ERROR");
    private static final Comparator<Tag> BY_KEY = Comparator.comparing(Tag::key);
    private static final int HALF = 16;

    private OtlpJson() {}

    /** The spans of a request. @throws tools.jackson.core.JacksonException if it is no JSON */
    static List<Span> spans(String body) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode resource : JSON.readTree(body).path("resourceSpans")) {
            List<Tag> process = tags(resource.path("resource").path("attributes"));
            String service = process.stream()
                    .filter(OtlpJson::isServiceName)
                    .map(Tag::value)
                    .findFirst()
                    .orElse(NOBODY);
            process.removeIf(OtlpJson::isServiceName);
            for (JsonNode scope : resource.path("scopeSpans")) {
                for (JsonNode span : scope.path("spans")) {
                    spans.add(span(span, scope.path("scope"), service, process));
                }
            }
        }
        return spans;
    }

    private static boolean isServiceName(Tag tag) {
        return tag.key().equals("service.name");
    }

    private static Span span(JsonNode span, JsonNode scope, String service, List<Tag> process) {
        String traceId = traceId(text(span, "traceId"));
        long start = span.path("startTimeUnixNano").asLong(0);
        List<Reference> references = new ArrayList<>();
        String parent = text(span, "parentSpanId");
        if (!parent.isEmpty()) {
            references.add(new Reference(Reference.Kind.CHILD_OF, traceId, parent.toLowerCase(Locale.ROOT)));
        }
        for (JsonNode link : span.path("links")) {
            references.add(new Reference(
                    Reference.Kind.FOLLOWS_FROM,
                    traceId(text(link, "traceId")),
                    text(link, "spanId").toLowerCase(Locale.ROOT)));
        }
        return new Span(
                traceId,
                text(span, "spanId").toLowerCase(Locale.ROOT),
                service,
                text(span, "name"),
                start,
                Math.max(0, span.path("endTimeUnixNano").asLong(0) - start),
                references,
                spanTags(span, scope),
                process,
                events(span.path("events")),
                List.of());
    }

    private static List<Tag> spanTags(JsonNode span, JsonNode scope) {
        List<Tag> tags = tags(span.path("attributes"));
        addText(tags, "otel.scope.name", text(scope, "name"));
        addText(tags, "otel.scope.version", text(scope, "version"));
        addText(tags, "span.kind", named(span.path("kind"), "SPAN_KIND_", KINDS).toLowerCase(Locale.ROOT));
        String status = named(span.path("status").path("code"), "STATUS_CODE_", STATUS);
        addText(tags, "otel.status_code", status);
        addText(tags, "otel.status_description", text(span.path("status"), "message"));
        addText(tags, "w3c.tracestate", text(span, "traceState"));
        if (status.equals("ERROR")) {
            tags.add(new Tag("error", "bool", "true"));
        }
        tags.sort(BY_KEY);
        return tags;
    }

    private static List<SpanEvent> events(JsonNode events) {
        List<SpanEvent> all = new ArrayList<>();
        for (JsonNode event : events) {
            List<Tag> fields = new ArrayList<>();
            addText(fields, "event", text(event, "name"));
            fields.addAll(tags(event.path("attributes")));
            all.add(new SpanEvent(event.path("timeUnixNano").asLong(0), fields));
        }
        return all;
    }

    private static List<Tag> tags(JsonNode attributes) {
        List<Tag> tags = new ArrayList<>();
        for (JsonNode attribute : attributes) {
            JsonNode value = attribute.path("value");
            String key = text(attribute, "key");
            if (value.has("boolValue")) {
                tags.add(new Tag(key, "bool", value.path("boolValue").asString("")));
            } else if (value.has("intValue")) {
                tags.add(new Tag(key, "int64", value.path("intValue").asString("")));
            } else if (value.has("doubleValue")) {
                tags.add(new Tag(key, "float64", value.path("doubleValue").asString("")));
            } else if (value.has("bytesValue")) {
                tags.add(new Tag(key, "binary", value.path("bytesValue").asString("")));
            } else {
                JsonNode plain = plain(value);
                tags.add(new Tag(key, "string", plain.isString() ? plain.stringValue() : plain.toString()));
            }
        }
        return tags;
    }

    /** A value without the names of its types. */
    private static JsonNode plain(JsonNode value) {
        if (value.has("arrayValue")) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.path("arrayValue").path("values").forEach(one -> array.add(plain(one)));
            return array;
        }
        if (value.has("kvlistValue")) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.path("kvlistValue")
                    .path("values")
                    .forEach(one -> object.set(text(one, "key"), plain(one.path("value"))));
            return object;
        }
        if (value.has("intValue")) {
            return JsonNodeFactory.instance.numberNode(value.path("intValue").asLong(0));
        }
        return value.isEmpty()
                ? JsonNodeFactory.instance.stringNode("")
                : value.iterator().next();
    }

    private static void addText(List<Tag> tags, String key, String value) {
        if (!value.isEmpty()) {
            tags.add(new Tag(key, "string", value));
        }
    }

    /** An enumeration comes as its number or as its name. */
    private static String named(JsonNode value, String prefix, List<String> names) {
        if (value.isString()) {
            String name = value.stringValue();
            String bare = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
            return bare.equals("UNSET") || bare.equals("UNSPECIFIED") ? "" : bare;
        }
        int number = value.asInt(0);
        return number >= 0 && number < names.size() ? names.get(number) : "";
    }

    /** As Jaeger writes it: an id whose upper half is zero has half as many digits. */
    private static String traceId(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        return lower.length() == 2 * HALF && lower.startsWith("0".repeat(HALF)) ? lower.substring(HALF) : lower;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
