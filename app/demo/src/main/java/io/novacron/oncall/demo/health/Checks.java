package io.novacron.oncall.demo.health;

import io.novacron.oncall.demo.platform.Call;
import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the checks of a cluster's processes find at one time, in epoch seconds. */
final class Checks {

    /** The process refuses work from here on. */
    private static final double UNUSABLE = 0.5;

    private static final double FAILING = 0.05;
    private static final double SLOW_SECONDS = 0.3;
    private static final double FULL = 0.45;

    private final World world;
    private final Cluster cluster;
    private final double time;

    Checks(World world, Cluster cluster, double time) {
        this.world = world;
        this.cluster = cluster;
        this.time = time;
    }

    boolean down(Instance instance) {
        return level(Aspect.DOWN, Place.of(instance)) > 0;
    }

    /** The process itself, its disk where it has one, then what it calls. */
    List<Check> of(Instance instance) {
        List<Check> checks = new ArrayList<>();
        checks.add(process(instance));
        if (instance.service() == Service.STORAGE || instance.service() == Service.HYPERVISOR) {
            checks.add(disk(instance));
        }
        if (instance.service() == Service.CONSENSUS) {
            checks.add(quorum(instance));
        }
        for (Call call : Call.from(instance.service())) {
            checks.add(dependency(instance, call.to()));
        }
        return checks;
    }

    /** What a user of the service as a whole meets: the share of its processes that are of use. */
    Check service(Service service) {
        List<Instance> instances = cluster.instancesOf(service);
        long gone = instances.stream().filter(this::down).count();
        Health worst = instances.stream()
                .filter(one -> !down(one))
                .map(one -> process(one).health())
                .reduce(Health.HEALTHY, Health::worse);
        Health health = gone == instances.size()
                ? Health.UNHEALTHY
                : gone > 0 || worst != Health.HEALTHY ? Health.DEGRADED : Health.HEALTHY;
        return new Check(
                name(service),
                health,
                latency(instances.getFirst(), service.port(), seconds(Place.of(cluster.name(), service))),
                (instances.size() - gone) + " of " + instances.size() + " processes answer");
    }

    static String name(Service service) {
        return switch (service) {
            case POSTGRES -> "database";
            case REDIS -> "cache";
            default -> service.label();
        };
    }

    private Check process(Instance instance) {
        Place place = Place.of(instance);
        double errors = Math.min(1, world.own(Aspect.ERRORS, place).at(time));
        double slow = world.own(Aspect.LATENCY, place).at(time);
        Health health = errors >= UNUSABLE
                ? Health.UNHEALTHY
                : errors >= FAILING || slow >= SLOW_SECONDS ? Health.DEGRADED : Health.HEALTHY;
        return new Check("process", health, latency(instance, 0, slow), failing(errors));
    }

    private Check disk(Instance instance) {
        Place node = Place.ofNode(cluster.name(), instance.node().name());
        double slow = level(Aspect.DISK_LATENCY, node);
        double used = level(Aspect.DISK, node);
        Health health = slow >= SLOW_SECONDS || used >= FULL ? Health.DEGRADED : Health.HEALTHY;
        String message = used >= FULL ? "almost full" : slow >= SLOW_SECONDS ? "slow" : "ok";
        return new Check("disk", health, latency(instance, 1, slow), message);
    }

    private Check quorum(Instance instance) {
        List<Instance> members = cluster.instancesOf(Service.CONSENSUS);
        long lost = members.stream().filter(this::down).count();
        boolean majority = (members.size() - lost) * 2 > members.size();
        return new Check(
                "quorum",
                majority ? Health.HEALTHY : Health.UNHEALTHY,
                latency(instance, 2, 0),
                (members.size() - lost) + " of " + members.size() + " members reachable");
    }

    private Check dependency(Instance instance, Service service) {
        Check whole = service(service);
        double slow = seconds(Place.of(cluster.name(), service));
        return new Check(whole.name(), whole.health(), latency(instance, service.port(), slow), whole.message());
    }

    private double seconds(Place service) {
        return level(Aspect.LATENCY, service);
    }

    private double level(Aspect aspect, Place place) {
        return world.pulses(aspect, place).at(time);
    }

    /** A millisecond or a few, and what is added. */
    private double latency(Instance instance, int what, double addedSeconds) {
        long key = Noise.key(world.platform().seed(), instance.cluster() + instance.name());
        return 1 + 3 * Noise.unit(key + what, (long) time) + addedSeconds * 1_000;
    }

    private static String failing(double errors) {
        return errors < FAILING ? "ok" : String.format(Locale.ROOT, "%.0f %% of requests fail", errors * 100);
    }
}
