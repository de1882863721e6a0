package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.demo.rule.Span;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Pulses;
import io.novacron.oncall.demo.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What the current world says about one replica: when it was down itself, and when its cluster had something to fire about. */
final class Outages {

    /** Rules look back some minutes, so that an incident shows a while after its end. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Supplier<World> worlds;
    private final String cluster;
    private final String replica;
    private volatile Known known;

    private record Known(World world, Pulses down, List<Span> incidents) {}

    Outages(Supplier<World> worlds, String cluster, String replica) {
        this.worlds = worlds;
        this.cluster = cluster;
        this.replica = replica;
        known = known(worlds.get());
    }

    boolean at(long millis) {
        Pulses down = current().down();
        return !down.none() && down.at(millis / 1e3) > 0.5;
    }

    /** Whether the replica was down at some time between the two. */
    boolean between(Instant from, Instant to) {
        return current().down().between(from.toEpochMilli() / 1e3, to.toEpochMilli() / 1e3) > 0;
    }

    /** The incidents that touch the cluster, each with a margin. */
    List<Span> incidents() {
        return current().incidents();
    }

    private Known current() {
        World world = worlds.get();
        Known now = known;
        if (now.world() != world) {
            now = known(world);
            known = now;
        }
        return now;
    }

    private Known known(World world) {
        return new Known(
                world,
                world.pulses(Aspect.PROMETHEUS_DOWN, Place.ofNode(cluster, replica)),
                world.timeline().incidents().stream()
                        .filter(incident -> incident.effects().stream().anyMatch(this::here))
                        .map(Outages::span)
                        .toList());
    }

    private boolean here(Effect effect) {
        String there = effect.place().cluster();
        return there == null || there.equals(cluster);
    }

    private static Span span(Incident incident) {
        Duration ramp = incident.effects().stream()
                .map(Effect::ramp)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Instant end = incident.end();
        return new Span(
                incident.start().minus(MARGIN).toEpochMilli(),
                end == null ? Long.MAX_VALUE / 2 : end.plus(ramp).plus(MARGIN).toEpochMilli());
    }
}
