package io.novacron.oncall.demo.log;

import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Effect;
import io.novacron.oncall.demo.world.Incident;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.Pulses;
import io.novacron.oncall.demo.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is written because of incidents, where they are felt first. */
final class Symptoms {

    private static final List<Sign> SIGNS = Table.rows("incidents.tsv").stream()
            .map(row -> new Sign(
                    Aspect.valueOf(row[0]),
                    new Writer(row[1]),
                    Double.parseDouble(row[2]),
                    row[3],
                    Double.parseDouble(row[4]),
                    new Template(row[5])))
            .toList();

    /** One kind of line; {@code rate} is lines per second, 0 for a single one when the effect begins. */
    private record Sign(Aspect aspect, Writer writer, double least, String severity, double rate, Template template) {}

    private record Trouble(Aspect aspect, Place place, Pulses pulses) {}

    private record Subject(Aspect aspect, Place place) {}

    private final World world;
    private final long key;
    private final List<Trouble> troubles;

    Symptoms(World world) {
        this.world = world;
        key = Noise.key(world.platform().seed(), "symptoms");
        Set<Subject> subjects = new LinkedHashSet<>();
        for (Incident incident : world.timeline().incidents()) {
            for (Effect effect : incident.effects()) {
                if (effect.place().cluster() != null) {
                    subjects.add(new Subject(effect.aspect(), effect.place()));
                }
            }
        }
        troubles = subjects.stream()
                .map(one -> new Trouble(one.aspect, one.place, world.own(one.aspect, one.place)))
                .toList();
    }

    /** Whether anything is wrong in that second. */
    boolean any(long second) {
        return troubles.stream().anyMatch(trouble -> trouble.pulses.at(second + 0.5) > 0);
    }

    /** Adds the lines of one second. */
    void write(long second, List<LogLine> into) {
        for (Trouble trouble : troubles) {
            double level = trouble.pulses.at(second + 0.5);
            if (level > 0) {
                boolean begins = trouble.pulses.at(second - 0.5) == 0;
                for (int i = 0; i < SIGNS.size(); i++) {
                    Sign sign = SIGNS.get(i);
                    Dice dice = new Dice(Noise.bits(Noise.key(key + i, trouble.place.toString()), second));
                    boolean once = sign.rate == 0 && begins;
                    if (sign.aspect == trouble.aspect && level >= sign.least && (once || dice.unit(3) < sign.rate)) {
                        write(sign, trouble.place, level, second, dice, into);
                    }
                }
            }
        }
    }

    private void write(Sign sign, Place place, double level, long second, Dice dice, List<LogLine> into) {
        if (place.cluster() == null) {
            return;
        }
        Cluster cluster = world.platform().cluster(place.cluster());
        boolean ofNode = sign.writer.onNode() || (sign.writer.service() == null && !sign.writer.equals(Writer.SELF));
        Service service = ofNode || sign.writer.equals(Writer.SELF) ? place.service() : sign.writer.service();
        Instance instance = service == null ? null : instance(cluster, service, place, dice);
        if (!ofNode && (instance == null || isDown(instance, second))) {
            return;
        }
        Node node = instance == null ? node(cluster, place, dice) : instance.node();
        long micros = second * 1_000_000 + (long) (dice.unit(5) * 1e6);
        Scene scene = new Scene(world, cluster, node, instance, level, micros / 1e6);
        Writer writer = sign.writer.equals(Writer.SELF) && service != null ? new Writer(service.label()) : sign.writer;
        into.add(writer.line(scene, sign.severity, sign.template.filled(scene, dice), micros, dice));
    }

    private boolean isDown(Instance instance, long second) {
        return world.own(Aspect.DOWN, Place.of(instance)).at(second + 0.5) > 0;
    }

    /** A process of the service at that place; null where none runs there. */
    private static @Nullable Instance instance(Cluster cluster, Service service, Place place, Dice dice) {
        List<Instance> there = new ArrayList<>(cluster.instancesOf(service));
        there.removeIf(one -> place.node() != null && !one.node().name().equals(place.node()));
        return there.isEmpty() ? null : dice.pick(4, there);
    }

    private static Node node(Cluster cluster, Place place, Dice dice) {
        return cluster.nodes().stream()
                .filter(node -> node.name().equals(place.node()))
                .findFirst()
                .orElseGet(() -> dice.pick(4, cluster.nodes()));
    }
}
