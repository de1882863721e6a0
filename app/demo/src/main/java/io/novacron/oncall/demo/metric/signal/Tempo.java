package io.novacron.oncall.demo.metric.signal;

import io.novacron.oncall.demo.world.LoadCurve;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.Pulses;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How often things happen at one place: the load of the cluster, what incidents add to it, and a tremble of its own. Time is
 * cut where an incident turns; between two cuts everything that incidents change is a straight line.
 */
public final class Tempo {

    /** Nobody is so unloved that less than this is left of the usual at the quietest hour. */
    private static final double LEAST_EXTRA = -0.5;
    /** Each tremble changes a rate by 3 · depth / period at most, the steepest slope of {@link Noise}. */
    private static final double FAST_PERIOD = 50;

    private static final double FAST_DEPTH = 3.3;
    private static final double SLOW_PERIOD = 300;
    private static final double SLOW_DEPTH = 6;

    private final LoadCurve load;
    private final double[] cuts;
    private final double[] extra;
    private final double[] extraSlope;
    private final long key;

    /**
     * @param added what incidents add to the load, as a multiple of it
     * @param others whatever else is counted in straight lines with this tempo
     * @param key of the tremble
     */
    public Tempo(LoadCurve load, Pulses added, List<Pulses> others, long key) {
        this.load = load;
        this.key = key;
        cuts = Stream.concat(Stream.of(added), others.stream())
                .flatMapToDouble(Pulses::turns)
                .sorted()
                .distinct()
                .toArray();
        Signal bounded = time -> Math.max(LEAST_EXTRA, added.at(time));
        extra = Arrays.stream(cuts).map(bounded::at).toArray();
        extraSlope = slopes(bounded, extra);
    }

    /** Load at a time: 1 is the usual average. */
    public double at(double time) {
        int cut = segment(time);
        return load.at(time) + (cut < 0 ? 0 : extra[cut] + extraSlope[cut] * (time - cuts[cut]));
    }

    /**
     * Up to when everything is counted at {@code time}. It trembles and always lags a little, never leads: what happens now is
     * counted later, and the past stays as it is.
     */
    double counted(double time) {
        return time
                + FAST_DEPTH * (Noise.at(key, time, FAST_PERIOD) - 1)
                + SLOW_DEPTH * (Noise.at(~key, time, SLOW_PERIOD) - 1);
    }

    double[] cuts() {
        return cuts;
    }

    /** The newest cut that is not after {@code time}; -1 before the first. */
    int segment(double time) {
        int found = Arrays.binarySearch(cuts, time);
        return found >= 0 ? found : -found - 2;
    }

    /**
     * How much happened since 1970, up to a time before the first cut: an origin that no incident moves, so that the past stays
     * the same to the last bit.
     */
    double before(double time) {
        return load.between(0, time);
    }

    /** How much happened since a cut, up to a time before the next. */
    double since(int cut, double time) {
        double span = time - cuts[cut];
        return load.between(cuts[cut], time) + extra[cut] * span + extraSlope[cut] * span * span / 2;
    }

    /** The same, each weighed with its seconds since the cut. */
    double moment(int cut, double time) {
        double span = time - cuts[cut];
        return load.moment(cuts[cut], time) + extra[cut] * span * span / 2 + extraSlope[cut] * span * span * span / 3;
    }

    /** How steep each straight line is that begins at a cut with {@code first}; level after the last. */
    double[] slopes(Signal level, double[] first) {
        double[] slopes = new double[cuts.length];
        for (int i = 0; i + 1 < cuts.length; i++) {
            slopes[i] = (level.at(Math.nextDown(cuts[i + 1])) - first[i]) / (cuts[i + 1] - cuts[i]);
        }
        return slopes;
    }

    /** The level that each straight line begins with. */
    double[] firsts(Signal level) {
        return DoubleStream.of(cuts).map(level::at).toArray();
    }
}
