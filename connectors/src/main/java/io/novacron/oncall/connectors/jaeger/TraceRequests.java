package io.novacron.oncall.connectors.jaeger;

import io.novacron.oncall.connectors.http.ApiRequest;
import io.novacron.oncall.connectors.http.Json;
import io.novacron.oncall.core.trace.TraceIds;
import io.novacron.oncall.core.trace.TraceQuery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The legacy dialect's requests; units as in traces guide §3. */
final class TraceRequests {

    private static final String API = "Jaeger's legacy JSON API under /api";

    private TraceRequests() {}

    static ApiRequest services() {
        return ApiRequest.get("/api/services").expecting(API);
    }

    /** Where Jaeger 2.21 and newer answer, in another dialect. */
    static ApiRequest servicesV3() {
        return ApiRequest.get("/api/v3/services").expecting("Jaeger's API v3");
    }

    /**
     * By path, which every backend of this dialect has; names that a path would garble on the way (Jaeger unescapes them
     * twice) go by the parameter that Jaeger itself has.
     */
    static ApiRequest operations(String service) {
        boolean plain = !service.isEmpty() && service.chars().allMatch(TraceRequests::isPlain);
        ApiRequest request = plain
                ? ApiRequest.get("/api/services/" + service + "/operations")
                : ApiRequest.get("/api/operations").with("service", service);
        return request.expecting(API);
    }

    static ApiRequest search(TraceQuery query) {
        ApiRequest request = ApiRequest.get("/api/traces")
                .with("service", query.service())
                .with("start", Long.toString(micros(query.start())))
                .with("end", Long.toString(micros(query.end())))
                .with("limit", Integer.toString(query.limit()));
        if (!query.operation().isEmpty()) {
            request = request.with("operation", query.operation());
        }
        if (!query.tags().isEmpty()) {
            request = request.with("tags", new String(Json.bytes(query.tags()), StandardCharsets.UTF_8));
        }
        Duration min = query.min();
        if (min != null) {
            request = request.with("minDuration", go(min));
        }
        Duration max = query.max();
        if (max != null) {
            request = request.with("maxDuration", go(max));
        }
        return request.expecting(API).longRunning().notFoundIsAnswer();
    }

    static ApiRequest trace(String traceId) {
        return ApiRequest.get("/api/traces/" + TraceIds.forStore(traceId))
                .expecting(API)
                .longRunning()
                .notFoundIsAnswer();
    }

    static ApiRequest dependencies(Instant end, Duration lookback) {
        return ApiRequest.get("/api/dependencies")
                .with("endTs", Long.toString(end.toEpochMilli()))
                .with("lookback", Long.toString(lookback.toMillis()))
                .expecting(API)
                .longRunning();
    }

    private static long micros(Instant time) {
        return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(time.getNano());
    }

    /** Go's syntax, in the largest unit that is exact for what people type. */
    private static String go(Duration duration) {
        boolean whole = duration.toNanosPart() % 1_000 == 0;
        return whole ? TimeUnit.NANOSECONDS.toMicros(duration.toNanos()) + "us" : duration.toNanos() + "ns";
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
