package io.novacron.oncall.connectors.elasticsearch;

import io.novacron.oncall.core.log.LogLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fields of a document mean what; of each list the first that holds something wins (logs guide §8). */
final class EntryFields {

    static final List<String> LEVEL = List.of(
            "log.level",
            "severity_text",
            "SeverityText",
            "level",
            "severity",
            "loglevel",
            "levelname",
            "lvl",
            "log.syslog.severity.name",
            "severity_number",
            "SeverityNumber",
            "PRIORITY");
    private static final List<String> MESSAGE =
            List.of("message", "body.text", "body", "Body", "log", "msg", "event.original", "error.message", "MESSAGE");
    private static final List<String> SERVICE = List.of(
            "service.name",
            "resource.attributes.service.name",
            "Resource.service.name",
            "service",
            "kubernetes.labels.app",
            "kubernetes.labels.app_kubernetes_io/name",
            "kubernetes.container.name",
            "kubernetes.container_name",
            "container.name",
            "tag");
    private static final List<String> TRACE = List.of(
            "trace.id",
            "trace_id",
            "TraceId",
            "traceId",
            "traceID",
            "labels.trace_id",
            "fields.trace_id",
            "otelTraceID",
            "mdc.traceId",
            "contextMap.traceId",
            "dd.trace_id");

    /** Never the message of an entry, however long. */
    private static final Set<String> NO_MESSAGE = Set.of("@timestamp", "timestamp");

    private EntryFields() {}

    /** The first level field whose value has a normal meaning. */
    static LogLevel level(Map<String, String> fields) {
        return LEVEL.stream()
                .map(field -> LogLevel.of(field, fields.getOrDefault(field, "")))
                .filter(level -> level != LogLevel.UNKNOWN)
                .findFirst()
                .orElse(LogLevel.UNKNOWN);
    }

    /** Without its line break at the end; the longest text where no field is a message. */
    static String message(Map<String, String> fields) {
        String message = first(MESSAGE, fields);
        if (message.isEmpty()) {
            message = fields.entrySet().stream()
                    .filter(field -> !NO_MESSAGE.contains(field.getKey()))
                    .max(Comparator.<Map.Entry<String, String>>comparingInt(
                                    field -> field.getValue().length())
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getValue)
                    .orElse("");
        }
        return message.stripTrailing();
    }

    static String service(Map<String, String> fields) {
        return first(SERVICE, fields);
    }

    /** As found; from the fields, else out of the message. An id of zeros is none. */
    static String traceId(Map<String, String> fields, String message) {
        return TRACE.stream()
                .map(field -> fields.getOrDefault(field, "").strip())
                .filter(EntryFields::isId)
                .findFirst()
                .orElseGet(() -> TraceInText.find(message));
    }

    private static boolean isId(String value) {
        return value.chars().anyMatch(c -> c != '0' && c != '-');
    }

    private static String first(List<String> names, Map<String, String> fields) {
        return names.stream()
                .map(name -> fields.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }
}
