package io.novacron.oncall.demo.metric.page;

import io.novacron.oncall.demo.metric.signal.Counter;
import io.novacron.oncall.demo.metric.signal.Signal;
import io.novacron.oncall.demo.metric.signal.Spread;
import io.novacron.oncall.demo.metric.signal.Tempo;
import io.novacron.oncall.demo.metric.signal.Timing;
import io.novacron.oncall.demo.metric.signal.Wave;
import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.LoadCurve;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Pulses;
import io.novacron.oncall.demo.world.Starts;
import io.novacron.oncall.demo.world.World;
import java.util.List;

/** The place of one target in the world: what is felt there, and how much happens. */
public final class Site {

    private final World world;
    private final Cluster cluster;
    private final Place place;
    private final Starts starts;
    private final long key;
    private final Tempo tempo;

    /** @param name unique in the cluster, such as {@code api-1} */
    public Site(World world, Cluster cluster, Place place, String name, Starts starts) {
        this.world = world;
        this.cluster = cluster;
        this.place = place;
        this.starts = starts;
        this.key = Noise.key(world.platform().seed(), cluster.name() + "/" + name);
        this.tempo = new Tempo(
                world.load(cluster.name()),
                pulses(Aspect.LOAD),
                List.of(pulses(Aspect.LATENCY), pulses(Aspect.ERRORS)),
                key);
    }

    public World world() {
        return world;
    }

    public Cluster cluster() {
        return cluster;
    }

    public Starts starts() {
        return starts;
    }

    /** What incidents do here. */
    public Pulses pulses(Aspect aspect) {
        return world.pulses(aspect, place);
    }

    /** What incidents do to the whole cluster. */
    public Pulses wide(Aspect aspect) {
        return world.pulses(aspect, Place.of(cluster.name()));
    }

    public Pulses at(Aspect aspect, Service service) {
        return world.pulses(aspect, Place.of(cluster.name(), service));
    }

    public Pulses at(Aspect aspect, Node node) {
        return world.pulses(aspect, Place.ofNode(cluster.name(), node.name()));
    }

    /** Load here at a time; 1 is the usual average. */
    public double load(double time) {
        return tempo.at(time);
    }

    /** A key that belongs to this place and that name. */
    public long key(String name) {
        return Noise.key(key, name);
    }

    /** A number from {@code least} to {@code most} that belongs to this place and that name. */
    public double lot(String name, double least, double most) {
        return least + (most - least) * Noise.unit(key(name), 0);
    }

    /** A gauge that wanders around {@code mean} and does not know of load. */
    public Signal wander(String name, double mean, double width, double period) {
        return new Wave(key(name), width, period).times(mean);
    }

    /** A gauge that follows the load and is {@code mean} at load 1. */
    public Signal busy(String name, double mean, double width, double period) {
        Wave wave = new Wave(key(name), width, period);
        return time -> mean * load(time) * wave.at(time);
    }

    /** Counts at a rate per second at load 1. */
    public Signal count(double rate) {
        return share(rate, Signal.of(1));
    }

    /** Counts a part of what happens at a rate; the part changes only with load, latency and errors of this place. */
    public Signal share(double rate, Signal part) {
        return new Counter(tempo, starts, rate, part);
    }

    /** Counts a part of what happens at a rate; the part changes with {@code turning}. */
    public Signal share(double rate, Signal part, Pulses... turning) {
        Tempo own = new Tempo(world.load(cluster.name()), pulses(Aspect.LOAD), List.of(turning), key);
        return new Counter(own, starts, rate, part);
    }

    /** Counts what incidents add, whatever the load: {@code factor} for each unit of its level and each second. */
    public Signal added(Pulses level, double factor) {
        return even(factor, level::at, level);
    }

    /** Counts a part of what happens at a rate that does not follow the load; the part changes with {@code turning}. */
    public Signal even(double rate, Signal part, Pulses... turning) {
        return new Counter(new Tempo(LoadCurve.EVEN, Pulses.NONE, List.of(turning), key), starts, rate, part);
    }

    /** The part of calls that fails. */
    public Signal failing(double usual) {
        Pulses errors = pulses(Aspect.ERRORS);
        return time -> Math.min(1, usual + errors.at(time));
    }

    /** Durations of calls, which incidents lengthen by {@code factor} times the latency felt here. */
    public Timing timing(double rate, Spread spread, double factor) {
        Pulses latency = pulses(Aspect.LATENCY);
        return new Timing(tempo, starts, rate, spread, time -> factor * latency.at(time));
    }

    /** Durations that incidents lengthen by {@code added}, which changes only with {@code turning}. */
    public Timing timing(double rate, Spread spread, Signal added, Pulses... turning) {
        Tempo own = new Tempo(world.load(cluster.name()), pulses(Aspect.LOAD), List.of(turning), key);
        return new Timing(own, starts, rate, spread, added);
    }
}
