package io.novacron.oncall.servers.seed;

import io.novacron.oncall.servers.Http;
import io.novacron.oncall.servers.seed.SeededSpan.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes spans as an OTLP request in JSON: one resource per service, ids in hex, times in nanoseconds as text. */
final class Otlp {
    private static final int ERROR = 2;

    private Otlp() {}

    static String request(Collection<SeededSpan> spans) {
        Map<String, List<SeededSpan>> byService =
                spans.stream().collect(Collectors.groupingBy(SeededSpan::service, TreeMap::new, Collectors.toList()));
        List<Map<String, Object>> resources = new ArrayList<>();
        byService.forEach((service, own) -> resources.add(Map.of(
                "resource", Map.of("attributes", resource(service)),
                "scopeSpans",
                        List.of(Map.of(
                                "scope",
                                Map.of("name", "novacron/tracing"),
                                "spans",
                                own.stream().map(Otlp::span).toList())))));
        return Http.JSON.writeValueAsString(Map.of("resourceSpans", resources));
    }

    private static List<Map<String, Object>> resource(String service) {
        return attributes(Map.of(
                "service.name",
                service,
                "service.version",
                "2.4.1",
                "service.namespace",
                "novacron",
                "deployment.environment",
                Estate.ENVIRONMENT,
                "host.name",
                Estate.nodeOf(service, 0),
                "k8s.pod.name",
                Estate.pod(service, 0)));
    }

    private static Map<String, Object> span(SeededSpan span) {
        Map<String, Object> json = new TreeMap<>();
        json.put("traceId", span.traceId());
        json.put("spanId", span.spanId());
        if (!span.parentId().isEmpty()) {
            json.put("parentSpanId", span.parentId());
        }
        json.put("name", span.name());
        json.put("kind", span.kind().code());
        json.put("startTimeUnixNano", nanos(span.start()));
        json.put("endTimeUnixNano", nanos(span.end()));
        json.put("attributes", attributes(span.attributes()));
        if (span.failed()) {
            json.put("status", Map.of("code", ERROR, "message", span.error()));
        }
        if (span.failed() && span.kind() != Kind.CLIENT) {
            json.put("events", List.of(exception(span)));
        }
        return json;
    }

    private static Map<String, Object> exception(SeededSpan span) {
        return Map.of(
                "timeUnixNano", nanos(span.end()),
                "name", "exception",
                "attributes",
                        attributes(Map.of("exception.type", "OperationFailed", "exception.message", span.error())));
    }

    private static List<Map<String, Object>> attributes(Map<String, String> attributes) {
        return new TreeMap<>(attributes)
                .entrySet().stream()
                        .map(entry -> Map.<String, Object>of(
                                "key", entry.getKey(), "value", Map.of("stringValue", entry.getValue())))
                        .toList();
    }

    private static String nanos(Instant time) {
        return Long.toString(time.getEpochSecond() * 1_000_000_000L + time.getNano());
    }
}
