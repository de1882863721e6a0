package io.novacron.oncall.demo.log;

import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Starts;
import io.novacron.oncall.demo.world.World;
import java.util.List;

/** What processes write when they are started, by a deployment or by an incident. */
final class Starting {

    private static final Template STOPPED = new Template("SIGTERM received, draining {3-40} requests");
    private static final Template STARTED =
            new Template("{service} {version} started on {host}, configuration digest {hex}, ready after {90-900} ms");

    private final World world;
    private final long key;

    Starting(World world) {
        this.world = world;
        key = Noise.key(world.platform().seed(), "starting");
    }

    /** Adds the lines of a window, in epoch seconds; {@code to} is exclusive. */
    void write(double from, double to, List<LogLine> into) {
        for (Cluster cluster : world.platform().clusters()) {
            for (Instance instance : cluster.instances()) {
                Starts starts = world.starts(instance);
                for (double at = starts.before(Math.nextDown(to)); at >= from; at = starts.before(at - 0.001)) {
                    write(cluster, instance, at, into);
                }
            }
        }
    }

    private void write(Cluster cluster, Instance instance, double at, List<LogLine> into) {
        Dice dice = new Dice(Noise.bits(Noise.key(key, instance.address()), Math.round(at)));
        Writer writer = new Writer(instance.service().label());
        long micros = Math.round(at * 1e6);
        Scene before = new Scene(world, cluster, instance.node(), instance, 0, at - 1);
        Scene after = new Scene(world, cluster, instance.node(), instance, 0, at + 0.001);
        into.add(writer.line(before, "NOTICE", STOPPED.filled(before, dice), micros, new Dice(dice.key() ^ 1)));
        into.add(writer.line(after, "NOTICE", STARTED.filled(after, dice), micros + 1_000, dice));
    }
}
