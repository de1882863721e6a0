package io.novacron.oncall.servers.seed;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a service's log.
 *
 * @param traceId the trace it belongs to, empty for none
 * @param spanId the span it belongs to, empty for none
 * @param stack a stack trace, empty for none
 */
public record LogLine(
        Instant time,
        String level,
        String service,
        int pod,
        String message,
        String traceId,
        String spanId,
        String stack) {

    /** The document as loggers and shippers write it: flat names for the logger's fields, objects for the shipper's. */
    Map<String, Object> document() {
        Map<String, Object> document = new TreeMap<>();
        document.put("@timestamp", time.toString());
        document.put("log.level", level);
        document.put("service.name", service);
        document.put("message", message);
        document.put("host.name", Estate.nodeOf(service, pod));
        document.put(
                "kubernetes",
                Map.of(
                        "pod", Map.of("name", Estate.pod(service, pod)),
                        "namespace", "novacron",
                        "node", Map.of("name", Estate.nodeOf(service, pod))));
        if (!traceId.isEmpty()) {
            document.put("trace.id", traceId);
            document.put("span.id", spanId);
        }
        if (!stack.isEmpty()) {
            document.put("error.stack_trace", stack);
        }
        return document;
    }
}
