package io.novacron.oncall.demo.log;

import io.novacron.oncall.demo.platform.Cluster;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.world.Aspect;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Place;
import io.novacron.oncall.demo.world.World;
import java.util.ArrayList;
import java.util.List;

/** What processes, daemons and the audit write all day long. */
final class Chatter {

    /** Lines per second of a cluster at load 1. */
    private static final double RATE = 3.2;

    private static final List<Ordinary> ALL = all();

    /** One kind of line, as often in the list as its weight says. */
    private record Ordinary(Writer writer, String severity, Template template) {}

    private final World world;
    private final long key;

    Chatter(World world) {
        this.world = world;
        key = Noise.key(world.platform().seed(), "chatter");
    }

    /** Adds the lines of one second. */
    void write(long second, List<LogLine> into) {
        for (Cluster cluster : world.platform().clusters()) {
            long place = Noise.key(key, cluster.name());
            double wanted = RATE * world.load(cluster.name()).at((double) second);
            int count = (int) (wanted + Noise.unit(place, second));
            for (int i = 0; i < count; i++) {
                line(cluster, new Dice(Noise.bits(place + i, second)), second, into);
            }
        }
    }

    private void line(Cluster cluster, Dice dice, long second, List<LogLine> into) {
        Ordinary kind = dice.pick(3, ALL);
        Service service = kind.writer.service();
        Instance instance = service == null ? null : dice.pick(4, cluster.instancesOf(service));
        long micros = second * 1_000_000 + (long) (dice.unit(5) * 1e6);
        if (instance != null && world.own(Aspect.DOWN, Place.of(instance)).at(micros / 1e6) > 0) {
            return;
        }
        Scene scene = new Scene(
                world,
                cluster,
                instance == null ? dice.pick(4, cluster.nodes()) : instance.node(),
                instance,
                0,
                micros / 1e6);
        into.add(kind.writer.line(scene, kind.severity, kind.template.filled(scene, dice), micros, dice));
    }

    private static List<Ordinary> all() {
        List<Ordinary> all = new ArrayList<>();
        for (String[] row : Table.rows("ordinary.tsv")) {
            Ordinary kind = new Ordinary(new Writer(row[0]), row[1], new Template(row[3]));
            for (int i = 0; i < Integer.parseInt(row[2]); i++) {
                all.add(kind);
            }
        }
        return List.copyOf(all);
    }
}
