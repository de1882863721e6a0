package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.LoadCurve;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Pulses;
import io.novacron.oncall.demo.world.World;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One cluster of one world, with what decides how many operations it has and how they go. Times are epoch seconds. */
final class Site {

    /** Instrumented operations per second and node at load 1. */
    private static final double PER_NODE = 1.5;

    private final Cluster cluster;
    private final List<String> tenants;
    private final Conditions conditions;
    private final long key;
    private final LoadCurve load;
    private final Pulses requests;
    private final Pulses migrations;
    private final Pulses logins;
    private final Map<Service, List<Instance>> instances = new EnumMap<>(Service.class);
    private final Map<Node, Instance> hypervisors = new HashMap<>();
    private final Map<Node, Pulses> migrationFailures = new HashMap<>();

    Site(World world, Cluster cluster) {
        this.cluster = cluster;
        String name = cluster.name();
        tenants = world.platform().tenants();
        conditions = new Conditions(world, cluster);
        key = Noise.key(world.platform().seed(), "operations of " + name);
        load = world.load(name);
        requests = world.pulses(Aspect.LOAD, Place.of(name, Service.API));
        migrations = world.pulses(Aspect.MIGRATIONS, Place.of(name, Service.MIGRATION));
        logins = world.pulses(Aspect.LOGIN_FAILURES, Place.of(name, Service.AUTH));
        for (Service service : Service.values()) {
            instances.put(service, cluster.instancesOf(service));
        }
        cluster.instancesOf(Service.HYPERVISOR).forEach(one -> hypervisors.put(one.node(), one));
        for (Node node : cluster.nodes()) {
            migrationFailures.put(node, world.pulses(Aspect.MIGRATION_FAILURES, Place.ofNode(name, node.name())));
        }
    }

    Cluster cluster() {
        return cluster;
    }

    List<String> tenants() {
        return tenants;
    }

    Conditions conditions() {
        return conditions;
    }

    List<Instance> instances(Service service) {
        return Objects.requireNonNull(instances.get(service));
    }

    Instance hypervisor(Node node) {
        return Objects.requireNonNull(hypervisors.get(node));
    }

    /** The share of migrations from or to the node that fail on top of the usual. */
    double migrationFailures(@Nullable Node node, double time) {
        Pulses failures = node == null ? null : migrationFailures.get(node);
        return failures == null ? 0 : failures.at(time);
    }

    /** How many operations of the stream begin in the second that starts at {@code second}. */
    int count(Stream stream, long second) {
        double time = (double) second;
        double rate = switch (stream) {
            case USUAL -> PER_NODE * cluster.nodes().size() * load.at(time) * (1 + requests.at(time));
            case MIGRATIONS -> migrations.at(time);
            case LOGINS -> logins.at(time);
        };
        return rate <= 0 ? 0 : (int) (rate + Noise.unit(key ^ stream.number(), second));
    }

    /** The dice of an operation. */
    Draw draw(Stream stream, long second, int index) {
        return new Draw(Noise.bits(key + stream.number(), (second << 16) + index));
    }
}
