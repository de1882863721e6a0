package io.novacron.oncall.demo.health;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Backend;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The health endpoints of one cluster (mission §6): {@code /health} of the whole, and behind {@code /api-1/} those of each
 * process: {@code health}, {@code health/live}, {@code health/ready}. {@code ?check=database} asks for one check. A process
 * that is down cannot answer, so the mesh in front of it does: 502. Any thread.
 */
public final class HealthBackend implements Backend {

    private static final String HEALTH = "/health";

    private final Supplier<World> world;
    private final Cluster cluster;
    private final Clock clock;

    public HealthBackend(Supplier<World> world, Cluster cluster, Clock clock) {
        this.world = world;
        this.cluster = cluster;
        this.clock = clock;
    }

    @Override
    public Reply answer(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return fault(405, "only GET is allowed here");
        }
        Instant now = clock.now();
        Checks checks = new Checks(world.get(), cluster, now.toEpochMilli() / 1e3);
        String path = request.path();
        int end = path.indexOf('/', 1);
        if (path.equals(HEALTH)) {
            return report(cluster.name(), whole(checks), request.parameter("check"), now);
        }
        String name = end < 0 ? path.substring(Math.min(1, path.length())) : path.substring(1, end);
        Optional<Instance> instance = cluster.instances().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (instance.isEmpty()) {
            return fault(404, "no process " + name + " in " + cluster.name() + ": try /health, or /api-0/health");
        }
        return of(instance.get(), path.substring(end < 0 ? path.length() : end), request, checks, now);
    }

    private static Reply of(Instance instance, String path, Request request, Checks checks, Instant now) {
        if (checks.down(instance)) {
            return fault(502, "the mesh cannot connect to " + instance.address() + ": connection refused");
        }
        return switch (path) {
            case HEALTH -> report(instance.name(), checks.of(instance), request.parameter("check"), now);
            case "/health/live" -> Reply.json(200, head(instance.name(), "alive", now));
            case "/health/ready" -> ready(instance, checks, now);
            default -> fault(404, "a process has /health, /health/live and /health/ready, not " + path);
        };
    }

    /** Ready is who can do its work: a dependency that is degraded does not matter, one that is gone does. */
    private static Reply ready(Instance instance, Checks checks, Instant now) {
        Health worst = worst(checks.of(instance));
        boolean ready = worst != Health.UNHEALTHY;
        return Reply.json(worst.status(), head(instance.name(), ready ? "ready" : "not ready", now));
    }

    private static List<Check> whole(Checks checks) {
        List<Check> all = new ArrayList<>();
        Arrays.stream(Service.values()).map(checks::service).forEach(all::add);
        return all;
    }

    private static Reply report(String subject, List<Check> checks, @Nullable String wanted, Instant now) {
        List<Check> shown = wanted == null
                ? checks
                : checks.stream().filter(check -> check.name().equals(wanted)).toList();
        if (shown.isEmpty()) {
            return fault(
                    404,
                    "no check " + wanted + " here, only "
                            + String.join(", ", checks.stream().map(Check::name).toList()));
        }
        Health worst = worst(shown);
        Map<String, Object> body = head(subject, worst.label(), now);
        Map<String, Object> results = new LinkedHashMap<>();
        shown.forEach(check -> results.put(
                check.name(),
                Map.of(
                        "status",
                        check.health().label(),
                        "latency_ms",
                        Math.round(check.latencyMillis() * 10) / 10.0,
                        "message",
                        check.message())));
        body.put("checks", results);
        return Reply.json(worst.status(), body);
    }

    private static Health worst(List<Check> checks) {
        return checks.stream().map(Check::health).reduce(Health.HEALTHY, Health::worse);
    }

    private static Map<String, Object> head(String subject, String status, Instant now) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("subject", subject);
        body.put("timestamp", now.toString());
        return body;
    }

    private static Reply fault(int status, String message) {
        return Reply.json(status, Map.of("error", message));
    }
}
