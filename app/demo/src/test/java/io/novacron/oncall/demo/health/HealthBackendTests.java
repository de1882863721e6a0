package io.novacron.oncall.demo.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Timeline;
import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HealthBackendTests {

    private static final Platform PLATFORM = Platform.of(42);
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void allIsWellOnACalmDay() {
        for (String path : List.of("/health", "/api-1/health", "/storage-0/health/ready", "/consensus-2/health/live")) {
            assertThat(ask(path, Map.of()).status()).as(path).isEqualTo(200);
        }
        JsonNode whole = read(ask("/health", Map.of()));
        assertThat(whole.path("status").stringValue()).isEqualTo("healthy");
        assertThat(whole.path("checks").propertyNames()).contains("api", "database", "hypervisor");
        assertThat(read(ask("/api-0/health", Map.of())).path("checks").propertyNames())
                .containsExactly("process", "auth", "cache", "database", "scheduler", "vm-manager");
    }

    @Test
    void oneCheckIsAnsweredAlone() {
        Request request = request("/api-0/health", Map.of("check", List.of("database")));
        JsonNode reply = read(backend().answer(request));
        assertThat(reply.path("checks").propertyNames()).containsExactly("database");
        assertThat(reply.path("checks").path("database").path("latency_ms").asDouble(0))
                .isPositive();
        assertThat(ask("/api-0/health", Map.of("check", List.of("moon"))).status())
                .isEqualTo(404);
    }

    @Test
    void aProcessThatIsDownIsA502OfTheMesh() {
        String node = PLATFORM.cluster("eu-west")
                .instancesOf(Service.AUTH)
                .get(1)
                .node()
                .name();
        HealthBackend backend = backend(effect(Aspect.DOWN, new Place("eu-west", Service.AUTH, node), 1));
        for (String path : List.of("/auth-1/health", "/auth-1/health/live", "/auth-1/health/ready")) {
            Reply reply = backend.answer(request(path, Map.of()));
            assertThat(reply.status()).as(path).isEqualTo(502);
            assertThat(read(reply).path("error").stringValue()).contains("auth-1", "connection refused");
        }
        assertThat(backend.answer(request("/auth-0/health", Map.of())).status()).isEqualTo(200);
        JsonNode whole = read(backend.answer(request("/health", Map.of())));
        assertThat(whole.path("status").stringValue()).isEqualTo("degraded");
        assertThat(whole.path("checks").path("auth").path("message").stringValue())
                .isEqualTo("1 of 2 processes answer");
    }

    @Test
    void whoeverNeedsWhatIsGoneIsNotReadyButAlive() {
        HealthBackend backend = backend(effect(Aspect.DOWN, Place.of("eu-west", Service.POSTGRES), 1));
        Reply ready = backend.answer(request("/api-0/health/ready", Map.of()));
        assertThat(ready.status()).isEqualTo(503);
        assertThat(backend.answer(request("/api-0/health/live", Map.of())).status())
                .isEqualTo(200);
        assertThat(backend.answer(request("/health", Map.of())).status()).isEqualTo(503);
        assertThat(backend.answer(request("/network-0/health/ready", Map.of())).status())
                .isEqualTo(200);
    }

    @Test
    void consensusWithoutAMajorityIsUnhealthy() {
        List<String> nodes = PLATFORM.cluster("eu-west").instancesOf(Service.CONSENSUS).stream()
                .map(one -> one.node().name())
                .toList();
        HealthBackend backend = backend(
                effect(Aspect.DOWN, new Place("eu-west", Service.CONSENSUS, nodes.get(0)), 1),
                effect(Aspect.DOWN, new Place("eu-west", Service.CONSENSUS, nodes.get(1)), 1));
        Reply reply = backend.answer(request("/consensus-2/health", Map.of("check", List.of("quorum"))));
        assertThat(reply.status()).isEqualTo(503);
        assertThat(read(reply).path("checks").path("quorum").path("message").stringValue())
                .isEqualTo("1 of 3 members reachable");
    }

    @Test
    void aSlowDiskDegradesTheStorageOnIt() {
        String node = PLATFORM.cluster("eu-west")
                .instancesOf(Service.STORAGE)
                .getFirst()
                .node()
                .name();
        HealthBackend backend = backend(effect(Aspect.DISK_LATENCY, Place.ofNode("eu-west", node), 0.8));
        JsonNode reply = read(backend.answer(request("/storage-0/health", Map.of())));
        assertThat(reply.path("status").stringValue()).isEqualTo("degraded");
        assertThat(reply.path("checks").path("disk").path("latency_ms").asDouble(0))
                .isGreaterThan(800);
    }

    @Test
    void unknownPathsNameTheWayOut() {
        assertThat(read(ask("/nobody-7/health", Map.of())).path("error").stringValue())
                .contains("/health");
        assertThat(ask("/api-0/nothing", Map.of()).status()).isEqualTo(404);
        assertThat(ask("/", Map.of()).status()).isEqualTo(404);
        assertThat(ask("/api-0", Map.of()).status()).isEqualTo(404);
    }

    private static Reply ask(String path, Map<String, List<String>> parameters) {
        return backend().answer(request(path, parameters));
    }

    private static Request request(String path, Map<String, List<String>> parameters) {
        return new Request("GET", path, path, parameters, "", "");
    }

    private static JsonNode read(Reply reply) {
        return JSON.readTree(reply.body());
    }

    private static Effect effect(Aspect aspect, Place place, double magnitude) {
        return new Effect(aspect, place, magnitude, Duration.ZERO, Duration.ZERO);
    }

    private static HealthBackend backend(Effect... effects) {
        World world = new World(
                PLATFORM, Timeline.QUIET.started(new Incident("test", NOON.minusSeconds(60), null, List.of(effects))));
        return new HealthBackend(() -> world, PLATFORM.cluster("eu-west"), new Still());
    }

    /** Noon, for ever. */
    private static final class Still implements Clock {

        @Override
        public Instant now() {
            return NOON;
        }

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void sleep(Duration duration) {}
    }
}
