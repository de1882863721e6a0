package io.novacron.oncall.contract;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A few traces with both widths of id, an error, a parent that never came and a service whose name is hard on URLs. */
final class TraceContractData {

    static final String WIDE = "4bf92f3577b34da6a3ce929d0e0e4736";
    static final String NARROW = "00000000000000000fa1c2d3e4f50617";
    static final String ODD_SERVICE = "billing/eu+1 %";

    private static final int TRACES = 12;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private final Instant now;

    /** Everything happened within the last ten minutes: a store in memory counts dependencies from its own clock. */
    TraceContractData(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    Instant start() {
        return now.minusSeconds(600);
    }

    Instant end() {
        return now.plusSeconds(60);
    }

    void load(TraceStage server) throws IOException {
        long base = now.minusSeconds(300).getEpochSecond() * 1_000_000_000L;
        server.post(request(
                resource(
                        "api",
                        List.of(
                                span(WIDE, "a1", "", "GET /vms", base, 200 * MILLI, "", false),
                                span(WIDE, "a3", "ffffffffffffffff", "late", base + MILLI, MILLI, "", false))),
                resource("vm", List.of(span(WIDE, "a2", "a1", "start vm", base + 5 * MILLI, 40 * MILLI, INT64, true))),
                resource(
                        ODD_SERVICE,
                        List.of(span(NARROW, "b1", "", "charge a/b", base - 9 * MILLI, 7 * MILLI, "", false)))));
        for (int i = 0; i < TRACES; i++) {
            String id = "%032x".formatted(0x1000 + i);
            server.post(request(resource(
                    "worker",
                    List.of(span(id, "c1", "", "run", base + i * SECOND, (i + 1L) * 10 * MILLI, "", false)))));
        }
    }

    private static final String INT64 = """
            {"key": "bytes", "value": {"intValue": "9007199254740993"}}""";

    private static String request(String... resources) {
        return "{\"resourceSpans\": [" + String.join(",", resources) + "]}";
    }

    private static String resource(String service, List<String> spans) {
        return """
                {"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "%s"}},
                                             {"key": "host.name", "value": {"stringValue": "node-1"}}]},
                 "scopeSpans": [{"scope": {"name": "contract"}, "spans": [%s]}]}
                """.formatted(service, String.join(",", spans));
    }

    private static String span(
            String trace, String id, String parent, String name, long start, long length, String tag, boolean failed) {
        return """
                {"traceId": "%s", "spanId": "%s", "parentSpanId": "%s", "name": "%s", "kind": 2,
                 "startTimeUnixNano": "%d", "endTimeUnixNano": "%d", "attributes": [%s], "status": {%s}}
                """.formatted(
                        trace,
                        padded(id),
                        parent.isEmpty() ? "" : padded(parent),
                        name,
                        start,
                        start + length,
                        tag,
                        failed ? "\"code\": 2" : "");
    }

    private static String padded(String id) {
        return "0".repeat(16 - id.length()) + id;
    }
}
