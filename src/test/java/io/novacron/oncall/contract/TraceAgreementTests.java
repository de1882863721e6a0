package io.novacron.oncall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.servers.Http;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The same traces in a real Jaeger and in the estate's: what the one answers, the other answers. */
class TraceAgreementTests {

    private static final long SEED = 20_260_304;
    private static final int TRACES = 120;
    private static final int SEARCHES = 240;
    private static final List<String> SERVICES = List.of("api", "auth", "storage", "odd name/1");
    private static final List<String> OPERATIONS = List.of("GET /vms", "login", "read", "a+b %");
    private static final List<String> TAGS = List.of(
            "{\"tier\": \"ssd\"}",
            "{\"error\": \"true\"}",
            "{\"size\": \"3\"}",
            "{\"ratio\": \"0.5\"}",
            "{\"cold\": \"false\"}",
            "{\"host\": \"n2\"}",
            "{\"event\": \"exception\"}",
            "{\"tier\": \"hdd\", \"host\": \"n1\"}",
            "{\"span.kind\": \"client\"}",
            "{\"otel.status_code\": \"OK\"}",
            "{\"list\": \"[1,\\\"x\\\"]\"}",
            "{\"nothing\": \"1\"}");
    private static final List<String> REFUSED = List.of(
            "/api/traces",
            "/api/operations",
            "/api/traces?service=api&minDuration=2s&maxDuration=1s",
            "/api/traces?service=api&minDuration=5",
            "/api/traces?service=api&maxDuration=5parsecs",
            "/api/traces?service=api&minDuration=x",
            "/api/traces?service=api&minDuration=.s",
            "/api/traces?service=api&limit=x",
            "/api/traces?service=api&limit=99999999999999999999",
            "/api/traces?service=api&start=abc",
            "/api/traces?service=api&end=1.5",
            "/api/traces?service=api&tag=a",
            "/api/traces?traceID=zz",
            "/api/traces/xyz",
            "/api/traces/0000",
            "/api/traces/0123456789abcdef0123456789abcdef",
            "/api/traces/0123456789abcdef0123456789abcdef0",
            "/api/dependencies?endTs=x",
            "/api/dependencies?endTs=1000&lookback=y");

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @EnumSource(
            value = TraceStage.Kind.class,
            names = {"JAEGER_1_48", "JAEGER_1_62"})
    void theEstateAnswersAsARealJaeger(TraceStage.Kind kind) throws IOException {
        long now = Clock.system().now().getEpochSecond();
        try (TraceStage real = TraceStage.open(kind);
                TraceStage estate = TraceStage.open(TraceStage.Kind.ESTATE)) {
            for (int i = 0; i < TRACES; i++) {
                String trace = trace(i, now - 300 + i);
                real.post(trace);
                estate.post(trace);
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> all(real).size() == all(estate).size());
            compare(real, estate, now);
            if (kind == TraceStage.Kind.JAEGER_1_62) {
                for (String id : all(estate)) {
                    // raw: this version moves spans by the clock skew it suspects
                    String path = "/api/traces/" + id + "?raw=true";
                    assertThat(normal(read(real, path))).as(path).isEqualTo(normal(read(estate, path)));
                }
            }
        }
    }

    private void compare(TraceStage real, TraceStage estate, long now) throws IOException {
        int found = 0;
        for (int i = 0; i < SEARCHES; i++) {
            String path = search(now);
            Set<String> expected = ids(read(real, path));
            assertThat(ids(read(estate, path))).as("seed %d: %s", SEED, path).isEqualTo(expected);
            found += expected.isEmpty() ? 0 : 1;
        }
        assertThat(found).as("searches that found something").isGreaterThan(SEARCHES * 8 / 10);
        for (String service : SERVICES) {
            String path = "/api/operations?service=" + encoded(service);
            assertThat(elements(read(estate, path))).as(path).isEqualTo(elements(read(real, path)));
        }
        String calls = "/api/dependencies?lookback=3600000&endTs=" + (now + 60) * 1_000;
        assertThat(elements(read(estate, calls))).isNotEmpty().isEqualTo(elements(read(real, calls)));
        assertThat(read(estate, "/api/services").path("data")).hasSize(SERVICES.size());
        for (String path : REFUSED) {
            Http.Reply expected = Http.get(real.url().resolve(path));
            Http.Reply reply = Http.get(estate.url().resolve(path));
            assertThat(reply.status()).as(path).isEqualTo(expected.status());
            assertThat(Http.JSON.readTree(reply.body()).path("errors"))
                    .as(path)
                    .isEqualTo(Http.JSON.readTree(expected.body()).path("errors"));
        }
    }

    private String search(long now) {
        StringBuilder path = new StringBuilder("/api/traces?limit=" + (random.nextInt(8) == 0 ? 7 : 1_000));
        path.append("&service=").append(encoded(any(SERVICES)));
        path.append("&start=").append((now - 400 + random.nextInt(150)) * 1_000_000);
        path.append("&end=").append((now - random.nextInt(180)) * 1_000_000);
        if (random.nextInt(5) == 0) {
            path.append("&operation=").append(encoded(any(OPERATIONS)));
        }
        if (random.nextInt(3) == 0) {
            path.append("&tags=").append(encoded(any(TAGS)));
        }
        if (random.nextInt(4) == 0) {
            path.append("&minDuration=").append(any(List.of("5ms", "0.02s", "1500us", "60ms")));
        }
        if (random.nextInt(4) == 0) {
            path.append("&maxDuration=").append(any(List.of("80ms", "1h2m3s", "62500us")));
        }
        return path.toString();
    }

    /** Spans of one trace, each a child of an earlier one or of none that came. */
    private String trace(int number, long second) {
        String id = number % 5 == 0 ? "%032x".formatted(0x4000 + number) : "4bf9%028x".formatted(number + 1);
        List<String> resources = new ArrayList<>();
        int spans = 1 + random.nextInt(6);
        for (int i = 0; i < spans; i++) {
            String parent = i == 0 ? "" : "%016x".formatted(random.nextInt(12) == 0 ? 0xffff : 1 + random.nextInt(i));
            long start = second * 1_000_000_000 + i * 1_000_000L;
            resources.add("""
                    {"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "%s"}},
                                                 {"key": "host", "value": {"stringValue": "n%d"}}]},
                     "scopeSpans": [{"scope": {"name": "agreement"}, "spans": [
                       {"traceId": "%s", "spanId": "%016x", "parentSpanId": "%s", "name": "%s", "kind": %d,
                        "startTimeUnixNano": "%d", "endTimeUnixNano": "%d", "attributes": [%s],
                        "events": [%s], "links": [%s], "status": {"code": %d}}]}]}
                    """.formatted(
                    any(SERVICES),
                    1 + random.nextInt(3),
                    id,
                    i + 1,
                    parent,
                    any(OPERATIONS),
                    1 + random.nextInt(5),
                    start,
                    start + (1 + random.nextInt(200)) * 500_000L,
                    attributes(),
                    random.nextInt(4) == 0 ? event(start) : "",
                    random.nextInt(6) == 0 ? "{\"traceId\": \"%032x\", \"spanId\": \"%016x\"}".formatted(77, 7) : "",
                    random.nextInt(3)));
        }
        return "{\"resourceSpans\": [" + String.join(",", resources) + "]}";
    }

    private String attributes() {
        return String.join(
                ",",
                attribute("tier", "\"stringValue\": \"" + any(List.of("ssd", "hdd")) + "\""),
                attribute("size", "\"intValue\": \"" + random.nextInt(5) + "\""),
                attribute("huge", "\"intValue\": \"9007199254740993\""),
                attribute("ratio", "\"doubleValue\": " + any(List.of("0.5", "2.25", "1e-7"))),
                attribute("cold", "\"boolValue\": " + random.nextBoolean()),
                attribute("list", "\"arrayValue\": {\"values\": [{\"intValue\": \"1\"}, {\"stringValue\": \"x\"}]}"));
    }

    private static String attribute(String key, String value) {
        return "{\"key\": \"" + key + "\", \"value\": {" + value + "}}";
    }

    private static String event(long time) {
        return "{\"timeUnixNano\": \"" + time + "\", \"name\": \"exception\", \"attributes\": ["
                + attribute("exception.type", "\"stringValue\": \"Broken\"") + "]}";
    }

    private String any(List<String> among) {
        return among.get(random.nextInt(among.size()));
    }

    private static Set<String> all(TraceStage stage) throws IOException {
        Set<String> all = new TreeSet<>();
        for (String service : SERVICES) {
            all.addAll(ids(read(stage, "/api/traces?limit=1000&service=" + encoded(service))));
        }
        return all;
    }

    private static Set<String> ids(JsonNode reply) {
        Set<String> ids = new TreeSet<>();
        reply.path("data").forEach(trace -> ids.add(trace.path("traceID").stringValue()));
        return ids;
    }

    private static Set<String> elements(JsonNode reply) {
        Set<String> elements = new TreeSet<>();
        reply.path("data").forEach(one -> elements.add(sorted(one).toString()));
        return elements;
    }

    /** Spans by their ids, with their process in place of its number, without warnings about clocks. */
    private static Map<String, JsonNode> normal(JsonNode reply) {
        Map<String, JsonNode> spans = new TreeMap<>();
        JsonNode trace = reply.path("data").path(0);
        for (JsonNode span : trace.path("spans")) {
            ObjectNode copy = (ObjectNode) sorted(span);
            copy.set(
                    "process",
                    sorted(trace.path("processes").path(span.path("processID").stringValue())));
            copy.remove(List.of("processID", "warnings"));
            spans.put(span.path("spanID").stringValue(), copy);
        }
        return spans;
    }

    /** Fields by name and elements by their text: neither order means anything. */
    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.forEachEntry((name, value) -> fields.put(name, sorted(value)));
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.setAll(fields);
            return object;
        }
        if (node.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            node.forEach(one -> elements.add(sorted(one)));
            elements.sort(Comparator.comparing(JsonNode::toString));
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            array.addAll(elements);
            return array;
        }
        return node;
    }

    private static JsonNode read(TraceStage stage, String path) throws IOException {
        return Http.JSON.readTree(Http.get(stage.url().resolve(path)).ok().body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
