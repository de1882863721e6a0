package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Pulses;
import io.novacron.oncall.demo.world.World;
import java.util.HashMap;
import java.util.Map;

/**
 * What operations meet in one cluster over time: only what befell each process itself, since what lies below it is part of the
 * operation. Times are epoch seconds.
 */
final class Conditions {

    private final Map<Instance, Pulses> down = new HashMap<>();
    private final Map<Instance, Pulses> errors = new HashMap<>();
    private final Map<Instance, Pulses> latency = new HashMap<>();
    private final Map<Node, Pulses> disk = new HashMap<>();
    private final Map<Node, Pulses> loss = new HashMap<>();

    Conditions(World world, Cluster cluster) {
        for (Instance instance : cluster.instances()) {
            Place place = Place.of(instance);
            keep(down, instance, world.own(Aspect.DOWN, place));
            keep(errors, instance, world.own(Aspect.ERRORS, place));
            keep(latency, instance, world.own(Aspect.LATENCY, place));
        }
        for (Node node : cluster.nodes()) {
            Place place = Place.ofNode(cluster.name(), node.name());
            keep(disk, node, world.own(Aspect.DISK_LATENCY, place));
            keep(loss, node, world.own(Aspect.PACKET_LOSS, place));
        }
    }

    /** True if no call is failing more than usual at that time. */
    boolean calm(double time) {
        return quiet(down, time) && quiet(errors, time);
    }

    /** True if nothing takes longer than usual at that time. */
    boolean quick(double time) {
        return quiet(latency, time) && quiet(disk, time) && quiet(loss, time);
    }

    double down(Instance instance, double time) {
        return level(down, instance, time);
    }

    double errors(Instance instance, double time) {
        return level(errors, instance, time);
    }

    /** Seconds. */
    double latency(Instance instance, double time) {
        return level(latency, instance, time);
    }

    /** Seconds. */
    double disk(Node node, double time) {
        return level(disk, node, time);
    }

    double loss(Node node, double time) {
        return level(loss, node, time);
    }

    private static boolean quiet(Map<?, Pulses> pulses, double time) {
        for (Pulses one : pulses.values()) {
            if (one.at(time) > 0) {
                return false;
            }
        }
        return true;
    }

    private static <T> void keep(Map<T, Pulses> into, T subject, Pulses pulses) {
        if (!pulses.none()) {
            into.put(subject, pulses);
        }
    }

    private static <T> double level(Map<T, Pulses> pulses, T subject, double time) {
        Pulses found = pulses.get(subject);
        return found == null ? 0 : found.at(time);
    }
}
