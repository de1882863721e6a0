package io.novacron.oncall.demo.metric.signal;

import io.novacron.oncall.demo.world.Starts;

/**
 * What a classic histogram counts. While incidents add to every duration, calls move in a straight line from the spread before a
 * turn to the one after it: at any time some are as before and the rest already as they will be.
 *
 * @param rate observations per second at load 1
 * @param added what incidents add to each duration, over time
 */
public record Timing(Tempo tempo, Starts starts, double rate, Spread spread, Signal added) {

    /** The cumulative count of observations that are not above {@code bound}. */
    public Signal below(double bound) {
        return new Counter(tempo, starts, rate, time -> spread.below(bound - added.at(time))).floor();
    }

    public Signal count() {
        return new Counter(tempo, starts, rate, Signal.of(1)).floor();
    }

    public Signal sum() {
        return new Counter(tempo, starts, rate, time -> spread.mean() + added.at(time));
    }
}
