package io.novacron.oncall.demo.log;

import io.novacron.oncall.demo.operation.Kind;
import io.novacron.oncall.demo.operation.Operation;
import io.novacron.oncall.demo.operation.Operations;
import io.novacron.oncall.demo.operation.Outline;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that was ever logged: lines are computed when they are asked for, and are the same each time. Of requests those are
 * logged whose trace is kept, so that every trace id leads somewhere. Any thread.
 */
public final class LogBook {

    private static final long SECOND = 1_000_000;
    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);
    /** Of requests that were refused for good reason, such as a wrong password, this share is always there. */
    private static final double REFUSED = 0.1;

    private final Supplier<World> world;
    private final Operations operations;
    private volatile @Nullable Parts parts;

    /** What writes, in one world. */
    private record Parts(World world, long key, Chatter chatter, Symptoms symptoms, Starting starting) {}

    public LogBook(Supplier<World> world) {
        this.world = world;
        this.operations = new Operations(world);
    }

    /**
     * What was written in a window, or for a request that began in it: nearly in order of time, and a little of it later
     * than the window.
     *
     * @param from epoch second, inclusive
     * @param to epoch second, exclusive
     * @param share how many seconds of ordinary lines are wanted, 0 to 1; what tells of an incident is always there
     */
    public List<LogLine> lines(long from, long to, double share) {
        Parts now = parts();
        List<LogLine> lines = new ArrayList<>();
        now.starting.write((double) from, (double) to, lines);
        for (long second = from; second < to; second++) {
            double draw = Noise.unit(now.key, second);
            if (draw < share) {
                now.chatter.write(second, lines);
            }
            boolean trouble = now.symptoms.any(second);
            if (trouble) {
                now.symptoms.write(second, lines);
            }
            if (draw < share || trouble) {
                requests(now, second, draw < share, share, lines);
            }
        }
        lines.sort(Comparator.comparing(LogLine::time));
        return lines;
    }

    /** The operation behind the trace id of a line. */
    public Optional<Operation> operation(String traceId) {
        return operations.byTraceId(traceId);
    }

    private void requests(Parts now, long second, boolean all, double share, List<LogLine> lines) {
        List<Outline> begun = new ArrayList<>();
        operations.sampledBackwards(second * SECOND, (second + 1) * SECOND, ALL, begun::add);
        for (Outline outline : begun.reversed()) {
            if (all || outline.troubled()) {
                Operation operation = outline.whole();
                boolean refused =
                        operation.failure() != null && operation.failure().refused();
                double draw = Noise.unit(now.key ^ 1, outline.start());
                if (!refused || draw < Math.max(share, REFUSED)) {
                    RequestLines.write(now.world, operation, lines);
                }
            }
        }
    }

    /** Another world is another book with the same past. */
    private Parts parts() {
        World current = world.get();
        Parts known = parts;
        if (known == null || known.world() != current) {
            known = new Parts(
                    current,
                    Noise.key(current.platform().seed(), "log"),
                    new Chatter(current),
                    new Symptoms(current),
                    new Starting(current));
            parts = known;
        }
        return known;
    }
}
