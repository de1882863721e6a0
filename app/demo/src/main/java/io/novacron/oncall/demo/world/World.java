package io.novacron.oncall.demo.world;

import io.novacron.oncall.demo.platform.Call;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Platform;
import io.novacron.oncall.demo.platform.Service;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The platform with all that happened to it: what metrics, logs, traces and health endpoints are computed from, so that they
 * agree. Immutable; another timeline is another world, and both have the same past.
 */
public final class World {

    /** A share of what goes wrong below that is too small to be felt above. */
    private static final double NEGLIGIBLE = 0.002;
    /** Requests per second that come into a cluster from outside, per node, at load 1. */
    private static final double REQUESTS_PER_NODE = 6;

    private final Platform platform;
    private final Timeline timeline;
    private final Map<Aspect, List<Felt>> felt = new EnumMap<>(Aspect.class);

    private record Felt(Place place, Pulse pulse, boolean risen) {}

    public World(Platform platform, Timeline timeline) {
        this.platform = platform;
        this.timeline = timeline;
        for (Incident incident : timeline.incidents()) {
            for (Effect effect : incident.effects()) {
                add(incident, effect, false);
                rise(incident, effect);
            }
        }
    }

    public Platform platform() {
        return platform;
    }

    public Timeline timeline() {
        return timeline;
    }

    /**
     * What is felt at a place, errors and latency of the services below it included. Ask for a service of a cluster, or for
     * one instance: what befell a single instance is not part of the answer for the service as a whole.
     */
    public Pulses pulses(Aspect aspect, Place subject) {
        return new Pulses(felt.getOrDefault(aspect, List.of()).stream()
                .filter(one -> one.place().covers(subject))
                .map(Felt::pulse)
                .toList());
    }

    /** What befell the place itself, without what rose to it from the services below. */
    public Pulses own(Aspect aspect, Place subject) {
        return new Pulses(felt.getOrDefault(aspect, List.of()).stream()
                .filter(one -> !one.risen() && one.place().covers(subject))
                .map(Felt::pulse)
                .toList());
    }

    /** How busy the cluster is over time; each has its own noon. */
    public LoadCurve load(String cluster) {
        return switch (cluster) {
            case "us-east" -> new LoadCurve(19 * 3_600);
            case "ap-south" -> new LoadCurve(7 * 3_600);
            default -> new LoadCurve(13 * 3_600);
        };
    }

    /** Requests per second to all processes of the service together, at load 1. */
    public double requestRate(String cluster, Service service) {
        if (service == Service.HAPROXY) {
            return REQUESTS_PER_NODE * platform.cluster(cluster).nodes().size();
        }
        double rate = 0;
        for (Call call : Call.to(service)) {
            rate += call.perRequest() * requestRate(cluster, call.from());
        }
        return rate;
    }

    public Starts starts(Instance instance) {
        return starts(instance.service().label(), instance.ordinal(), Place.of(instance));
    }

    /**
     * When a process that is no {@link Instance} was started, such as an exporter, or a machine.
     *
     * @param group what is deployed together
     * @param ordinal its place in the order of replacement
     */
    public Starts starts(String group, int ordinal, Place place) {
        long key = Noise.key(platform.seed(), place.cluster() + "/" + group);
        return new Starts(
                key, ordinal, pulses(Aspect.DEPLOY, place), pulses(Aspect.RESTART, place), pulses(Aspect.DOWN, place));
    }

    private void add(Incident incident, Effect effect, boolean risen) {
        felt.computeIfAbsent(effect.aspect(), _ -> new ArrayList<>())
                .add(new Felt(effect.place(), Pulse.of(incident, effect), risen));
    }

    /** Whoever calls a service that is slow, fails or is gone feels its share of it, and so on upwards. */
    private void rise(Incident incident, Effect effect) {
        Service service = effect.place().service();
        Aspect above = switch (effect.aspect()) {
            case LATENCY -> Aspect.LATENCY;
            case ERRORS, DOWN -> Aspect.ERRORS;
            default -> null;
        };
        if (service == null || above == null) {
            return;
        }
        for (Call call : Call.to(service)) {
            double level = effect.magnitude() * share(effect.place(), service) * Math.min(1, call.perRequest());
            if (level >= NEGLIGIBLE) {
                Effect risen = effect.at(above, new Place(effect.place().cluster(), call.from(), null), level);
                add(incident, risen, true);
                rise(incident, risen);
            }
        }
    }

    private double share(Place place, Service service) {
        if (place.node() == null) {
            return 1;
        }
        String cluster =
                place.cluster() == null ? platform.clusters().getFirst().name() : place.cluster();
        return 1.0 / platform.cluster(cluster).instancesOf(service).size();
    }
}
