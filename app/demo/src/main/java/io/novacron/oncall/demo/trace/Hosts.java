package io.novacron.oncall.demo.trace;

import io.novacron.oncall.core.trace.Tag;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Starts;
import io.novacron.oncall.demo.world.World;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a process says about itself with each span, and how wrong the clock of its node is. Of one world; any thread. */
final class Hosts {

    private static final double WRONG = 0.15;
    private static final double LEAST_MICROS = 3_000;
    private static final double MOST_MICROS = 40_000;

    private final World world;
    private final Map<Instance, Starts> starts = new ConcurrentHashMap<>();
    private final Map<Node, Long> offsets = new ConcurrentHashMap<>();

    Hosts(World world) {
        this.world = world;
    }

    World world() {
        return world;
    }

    /** The tags of the process as it runs at {@code time}, epoch µs. */
    List<Tag> tags(Instance instance, long time) {
        String version = starts.computeIfAbsent(instance, world::starts).version(time / 1e6);
        return List.of(
                Tags.text("cluster", instance.cluster()),
                Tags.text("deployment.environment", Tags.ENVIRONMENT),
                Tags.text("host.name", instance.node().name()),
                Tags.text("service.instance.id", instance.name()),
                Tags.text("service.namespace", "novacron"),
                Tags.text("service.version", version));
    }

    /** What the clock of the node is ahead by, in µs; most are right. */
    long offset(Node node) {
        return offsets.computeIfAbsent(node, this::drawn);
    }

    private long drawn(Node node) {
        long key = Noise.key(world.platform().seed(), "clock of " + node.name());
        if (Noise.unit(key, 0) >= WRONG) {
            return 0;
        }
        double size = LEAST_MICROS + Noise.unit(key, 1) * (MOST_MICROS - LEAST_MICROS);
        return (long) (Noise.unit(key, 2) < 0.5 ? -size : size);
    }
}
