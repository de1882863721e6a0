package io.novacron.oncall.demo.jaeger;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.time.ManualClock;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import io.novacron.oncall.demo.platform.Call;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.platform.Vm;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JaegerBackendTests {

    private static final Platform PLATFORM = Platform.of(42);
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final long NOW = NOON.getEpochSecond() * 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JaegerBackend backend = backend(Timeline.QUIET);

    @Test
    void servicesAndTheirOperationsAreThoseOfThePlatform() {
        assertThat(texts(get("/api/services").path("data")))
                .isSorted()
                .contains("haproxy", "frontend", "api", "vm-manager", "postgres", "hypervisor")
                .doesNotContain("otel-collector");
        assertThat(texts(get("/api/services/vm-manager/operations").path("data")))
                .contains("vm.create", "vm.delete", "vm.migrate", "vm.backup");
        assertThat(get("/api/operations", "service", "migration").path("data"))
                .contains(JSON.readTree("{\"name\": \"hypervisor.pause\", \"spanKind\": \"client\"}"));
        assertThat(get("/api/services/nobody/operations").path("data")).isEmpty();
    }

    @Test
    void aSearchAnswersTheNewestTracesAndNoMoreThanTheLimit() {
        JsonNode data = search("service", "api", "limit", "30");
        assertThat(data).hasSize(30);
        List<Long> starts = new ArrayList<>();
        data.forEach(trace -> starts.add(start(trace)));
        assertThat(starts).isSortedAccordingTo(Comparator.reverseOrder()).allMatch(start -> start > NOW - 60_000_000);
        assertThat(search("service", "api", "limit", "10")).containsExactlyElementsOf(first(data, 10));
    }

    @Test
    void everyTraceOfASearchIsFoundByItsId() {
        search("service", "storage", "limit", "20").forEach(trace -> {
            String id = trace.path("traceID").stringValue();
            assertThat(get("/api/traces/" + id).path("data").path(0)).isEqualTo(trace);
        });
    }

    @Test
    void allConditionsHoldOfOneSpan() {
        Vm vm = PLATFORM.cluster("us-east").vms().getFirst();
        JsonNode found = search(
                "service",
                "vm-manager",
                "operation",
                "vm.get",
                "limit",
                "5",
                "tags",
                "{\"vm.id\": \"" + vm.id() + "\"}");
        assertThat(found)
                .hasSize(5)
                .allMatch(trace -> spans(trace).stream()
                        .anyMatch(
                                span -> span.path("operationName").stringValue().equals("vm.get")
                                        && tag(span, "vm.id").equals(vm.id())));
        assertThat(search("service", "postgres", "tags", "{\"vm.id\": \"" + vm.id() + "\", \"db.system\": \"redis\"}"))
                .isEmpty();
        assertThat(search("service", "api", "tags", "{\"no.such.tag\": \"x\"}")).isEmpty();
        assertThat(search("service", "api", "operation", "vm.migrate", "limit", "3"))
                .hasSize(3);
        assertThat(search("service", "nobody")).isEmpty();
    }

    @Test
    void durationsAreThoseOfASpanOfTheService() {
        JsonNode slow = search("service", "vm-manager", "minDuration", "1s", "maxDuration", "1m", "limit", "20");
        assertThat(slow).hasSize(20).allMatch(trace -> {
            Set<String> own = new HashSet<>();
            trace.path("processes").forEachEntry((id, process) -> {
                if (process.path("serviceName").stringValue().equals("vm-manager")) {
                    own.add(id);
                }
            });
            return spans(trace).stream()
                    .anyMatch(span -> own.contains(span.path("processID").stringValue())
                            && span.path("duration").asLong(0) >= 1_000_000
                            && span.path("duration").asLong(0) <= 60_000_000);
        });
    }

    @Test
    void errorsAreFoundWhereverTheyAreRare() {
        JsonNode failed = search("service", "api", "tags", "{\"error\": \"true\"}", "limit", "50");
        assertThat(failed)
                .hasSize(50)
                .allMatch(trace -> spans(trace).stream()
                        .anyMatch(span -> tag(span, "error").equals("true")));
    }

    @Test
    void aWindowInThePastIsAsItWas() {
        String end = Long.toString(NOW - 3_600_000_000L);
        String start = Long.toString(NOW - 3_660_000_000L);
        JsonNode before = search("service", "api", "start", start, "end", end, "limit", "1000");
        assertThat(before.size()).isGreaterThan(100);
        ManualClock later = new ManualClock(NOON.plusSeconds(300));
        World hurt = new World(PLATFORM, incident(Aspect.ERRORS, Service.API, 0.5));
        JaegerBackend other = new JaegerBackend(() -> hurt, later);
        assertThat(read(other.answer(
                                request("/api/traces", "service", "api", "start", start, "end", end, "limit", "1000")))
                        .path("data"))
                .isEqualTo(before);
    }

    @Test
    void theIncidentShowsInTheShareOfFailedTraces() {
        ManualClock later = new ManualClock(NOON.plusSeconds(300));
        World hurt = new World(PLATFORM, incident(Aspect.ERRORS, Service.STORAGE, 0.6));
        JaegerBackend other = new JaegerBackend(() -> hurt, later);
        String[] asked = {
            "service", "storage", "limit", "200", "tags", "{\"cluster\": \"eu-west\", \"error\": \"true\"}"
        };
        JsonNode failed = read(other.answer(request("/api/traces", asked))).path("data");
        assertThat(failed).hasSize(200).allMatch(trace -> start(trace) > NOW);
    }

    @Test
    void whatIsNotThereYetIsNotShown() {
        JsonNode trace = search("service", "migration", "operation", "migration.run", "limit", "1")
                .path(0);
        String id = trace.path("traceID").stringValue();
        long end = spans(trace).stream()
                .mapToLong(span ->
                        span.path("startTime").asLong(0) + span.path("duration").asLong(0))
                .max()
                .orElseThrow();
        long halfway = (start(trace) + end) / 2;
        World world = new World(PLATFORM, Timeline.QUIET);
        JaegerBackend earlier =
                new JaegerBackend(() -> world, new ManualClock(Instant.ofEpochSecond(0, halfway * 1_000)));
        JsonNode part =
                read(earlier.answer(request("/api/traces/" + id))).path("data").path(0);
        assertThat(part.path("spans").size()).isBetween(1, trace.path("spans").size() - 1);
        assertThat(spans(part))
                .anyMatch(span -> span.path("warnings").toString().contains("invalid parent span IDs"));
        JaegerBackend before = new JaegerBackend(
                () -> world, new ManualClock(Instant.ofEpochSecond(0, (start(trace) - 1_000_000) * 1_000)));
        assertThat(before.answer(request("/api/traces/" + id)).status()).isEqualTo(404);
    }

    @Test
    void dependenciesAreTheCallsOfThePlatform() {
        Map<String, Long> hour = calls(3_600_000);
        Set<String> expected = new HashSet<>();
        for (Call call : Call.ALL) {
            expected.add(call.from().label() + ">" + call.to().label());
        }
        assertThat(expected).containsAll(hour.keySet());
        assertThat(hour).hasSizeGreaterThan(expected.size() - 4);
        Map<String, Long> day = calls(86_400_000);
        assertThat(day.getOrDefault("haproxy>api", 0L) / (double) hour.getOrDefault("haproxy>api", 0L))
                .isBetween(18.0, 30.0);
    }

    @Test
    void refusalsAreInJaegersWords() {
        assertThat(refused(400, "/api/traces")).isEqualTo("parameter 'service' is required");
        assertThat(refused(400, "/api/operations")).isEqualTo("parameter 'service' is required");
        assertThat(refused(400, "/api/traces", "service", "api", "minDuration", "2s", "maxDuration", "1s"))
                .isEqualTo("'maxDuration' should be greater than 'minDuration'");
        assertThat(refused(400, "/api/traces", "service", "api", "minDuration", "5"))
                .isEqualTo("unable to parse param 'minDuration': time: missing unit in duration \"5\"");
        assertThat(refused(400, "/api/traces", "service", "api", "limit", "x"))
                .isEqualTo("strconv.ParseInt: parsing \"x\": invalid syntax");
        assertThat(refused(400, "/api/traces", "service", "api", "start", "abc"))
                .isEqualTo("unable to parse param 'start': strconv.ParseInt: parsing \"abc\": invalid syntax");
        assertThat(refused(400, "/api/traces", "service", "api", "tag", "a"))
                .isEqualTo("malformed 'tag' parameter, expecting key:value, received: a");
        assertThat(refused(400, "/api/traces", "service", "api", "tags", "{\"a"))
                .startsWith("malformed 'tags' parameter, cannot unmarshal JSON: ");
        assertThat(refused(400, "/api/traces/xyz")).isEqualTo("strconv.ParseUint: parsing \"xyz\": invalid syntax");
        assertThat(refused(404, "/api/traces/0123456789abcdef0123456789abcdef")).isEqualTo("trace not found");
        assertThat(refused(400, "/api/dependencies", "endTs", "x"))
                .isEqualTo("unable to parse param 'endTs': strconv.ParseInt: parsing \"x\": invalid syntax");
    }

    @Test
    void unknownPathsAnswerThePage() {
        Reply reply = backend.answer(request("/api/v3/trace-summaries"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().get("Content-Type")).startsWith("text/html");
    }

    private Map<String, Long> calls(long lookback) {
        Map<String, Long> calls = new HashMap<>();
        get("/api/dependencies", "endTs", Long.toString(NOW / 1_000), "lookback", Long.toString(lookback))
                .path("data")
                .forEach(one -> calls.put(
                        one.path("parent").stringValue() + ">"
                                + one.path("child").stringValue(),
                        one.path("callCount").asLong(0)));
        return calls;
    }

    private String refused(int status, String path, String... parameters) {
        Reply reply = backend.answer(request(path, parameters));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers().get("Content-Type")).startsWith("text/plain");
        JsonNode error = read(reply).path("errors").path(0);
        assertThat(error.path("code").asInt(0)).isEqualTo(status);
        return error.path("msg").stringValue();
    }

    private JsonNode search(String... parameters) {
        return get("/api/traces", parameters).path("data");
    }

    private JsonNode get(String path, String... parameters) {
        Reply reply = backend.answer(request(path, parameters));
        assertThat(reply.status()).as(path).isEqualTo(200);
        return read(reply);
    }

    private static Request request(String path, String... parameters) {
        Map<String, List<String>> all = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], List.of(parameters[i + 1]));
        }
        return new Request("GET", path, path, all, "", "");
    }

    private static JsonNode read(Reply reply) {
        return JSON.readTree(reply.body());
    }

    private static List<JsonNode> spans(JsonNode trace) {
        List<JsonNode> spans = new ArrayList<>();
        trace.path("spans").forEach(spans::add);
        return spans;
    }

    private static String tag(JsonNode span, String key) {
        for (JsonNode tag : span.path("tags")) {
            if (tag.path("key").stringValue().equals(key)) {
                return tag.path("value").asString("");
            }
        }
        return "";
    }

    private static long start(JsonNode trace) {
        return spans(trace).stream()
                .mapToLong(span -> span.path("startTime").asLong(0))
                .min()
                .orElseThrow();
    }

    private static List<JsonNode> first(JsonNode traces, int count) {
        List<JsonNode> first = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            first.add(traces.path(i));
        }
        return first;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.stringValue()));
        return texts;
    }

    private static Timeline incident(Aspect aspect, Service service, double magnitude) {
        Effect effect = new Effect(aspect, Place.of("eu-west", service), magnitude, Duration.ZERO, Duration.ZERO);
        return Timeline.QUIET.started(new Incident("test", NOON, null, List.of(effect)));
    }

    private static JaegerBackend backend(Timeline timeline) {
        World world = new World(PLATFORM, timeline);
        return new JaegerBackend(() -> world, new ManualClock(NOON));
    }
}
