package io.novacron.oncall.demo.world;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** What incidents add to one aspect at one place, over all time. Times are epoch seconds. */
public final class Pulses {

    public static final Pulses NONE = new Pulses(List.of());

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

    /** The times at which the level stops to be a straight line, in no order; infinite ones are left out. */
    public DoubleStream turns() {
        return Arrays.stream(parts)
                .filter(part -> part.height() != 0)
                .flatMapToDouble(part -> DoubleStream.of(part.from(), part.full(), part.fall(), part.end()))
                .filter(Double::isFinite);
    }

    /** The greatest sum of levels between two times, both included. */
    public double most(double from, double to) {
        return Math.max(
                Math.max(at(from), at(to)),
                turns().filter(turn -> from <= turn && turn <= to)
                        .flatMap(turn -> DoubleStream.of(at(turn), at(Math.nextDown(turn))))
                        .max()
                        .orElse(0));
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
