package io.novacron.oncall.demo.log;

import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a line is written.
 *
 * @param instance the process, null where something else of the node writes
 * @param level of the aspect it tells about, 0 for ordinary lines
 * @param seconds epoch seconds
 */
record Scene(
        World world, Cluster cluster, Node node, @Nullable Instance instance, double level, double seconds) {

    /** Share of the node's disk that is used on a day without incidents, as metrics have it. */
    private static final double DISK = 0.46;

    /** {@code 2.14.0}; empty where no process of NovaCron writes. */
    String version() {
        return instance == null ? "" : world.starts(instance).version(seconds);
    }

    /** How full the node's disk is, in percent. */
    long diskPercent() {
        double added = world.own(Aspect.DISK, Place.ofNode(cluster.name(), node.name()))
                .at(seconds);
        return Math.round(100 * Math.min(1, DISK + added));
    }
}
