package io.novacron.oncall.demo.world;

import java.util.List;

/** What incidents add to one aspect at one place, over all time. Times are epoch seconds. */
public final class Pulses {

    private final Pulse[] parts;

    Pulses(List<Pulse> parts) {
        this.parts = parts.toArray(Pulse[]::new);
    }

    public boolean none() {
        return parts.length == 0;
    }

    /** The sum of the levels at {@code time}. */
    public double at(double time) {
        double sum = 0;
        for (Pulse part : parts) {
            sum += part.at(time);
        }
        return sum;
    }

    /** The integral of the level between two times: level-seconds, what a counter of it has counted. */
    public double between(double from, double to) {
        double sum = 0;
        for (Pulse part : parts) {
            sum += part.until(to) - part.until(from);
        }
        return sum;
    }

    /** The newest time not after {@code time} at which an effect began or went back; negative infinity without one. */
    double newestTurn(double time, boolean andEnds) {
        double newest = Double.NEGATIVE_INFINITY;
        for (Pulse part : parts) {
            if (part.height() != 0 && part.from() <= time) {
                newest = Math.max(newest, part.from());
            }
            if (andEnds && part.height() != 0 && part.fall() <= time) {
                newest = Math.max(newest, part.fall());
            }
        }
        return newest;
    }
}
