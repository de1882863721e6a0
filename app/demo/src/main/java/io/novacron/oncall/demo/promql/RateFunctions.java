package io.novacron.oncall.demo.promql;

import static io.novacron.oncall.demo.promql.ValueType.MATRIX;
import static io.novacron.oncall.demo.promql.ValueType.SCALAR;

import java.util.List;

/** How fast and how often the samples of a range change. */
final class RateFunctions {

    static final List<Function> ALL = List.of(
            of("rate", (window, _) -> extrapolated(window, true, window.rangeSeconds())),
            of("increase", (window, _) -> extrapolated(window, true, 1)),
            of("delta", (window, _) -> extrapolated(window, false, 1)),
            of("irate", (window, _) -> lastStep(window, true)),
            of("idelta", (window, _) -> lastStep(window, false)),
            of(
                    "deriv",
                    (window, _) -> window.size() < 2
                            ? Stale.MARKER
                            : Regression.of(window, window.time(0)).slope()),
            Function.vector("predict_linear", new Function.PerWindow(RateFunctions::predicted, false), MATRIX, SCALAR),
            of("resets", (window, _) -> resets(window)),
            of("changes", (window, _) -> changes(window)));

    /** A gap at an end of the range of so many average distances means that the series begins or ends there. */
    private static final double FARTHEST = 1.1;

    private RateFunctions() {}

    private static Function of(String name, Function.Windowed compute) {
        return Function.vector(name, new Function.PerWindow(compute, false), MATRIX);
    }

    /** The increase between first and last sample, resets added, stretched to the ends of the range as far as that is likely, per so many seconds. */
    private static double extrapolated(Window window, boolean counter, double per) {
        int last = window.size() - 1;
        if (last < 1) {
            return Stale.MARKER;
        }
        double increase = window.last() - window.value(0) + (counter ? lostByResets(window) : 0);
        double sampled = (window.time(last) - window.time(0)) / 1000.0;
        double distance = sampled / last;
        double before = reach((window.time(0) - window.start()) / 1000.0, distance);
        if (counter && increase > 0 && window.value(0) >= 0) {
            before = Math.min(before, sampled * (window.value(0) / increase));
        }
        double after = reach((window.end() - window.time(last)) / 1000.0, distance);
        return increase * ((sampled + before + after) / sampled / per);
    }

    private static double reach(double gap, double distance) {
        return gap >= distance * FARTHEST ? distance / 2 : gap;
    }

    private static double lostByResets(Window window) {
        double lost = 0;
        for (int i = 1; i < window.size(); i++) {
            if (window.value(i) < window.value(i - 1)) {
                lost += window.value(i - 1);
            }
        }
        return lost;
    }

    /** Between the last two samples: the difference, or the rate per second of a counter that may have been reset. */
    private static double lastStep(Window window, boolean rate) {
        int last = window.size() - 1;
        if (last < 1) {
            return Stale.MARKER;
        }
        double before = window.value(last - 1);
        if (!rate) {
            return window.last() - before;
        }
        double increase = window.last() < before ? window.last() : window.last() - before;
        return increase / ((window.time(last) - window.time(last - 1)) / 1000.0);
    }

    private static double predicted(Window window, double[] seconds) {
        if (window.size() < 2) {
            return Stale.MARKER;
        }
        Regression line = Regression.of(window, window.at());
        return line.slope() * seconds[0] + line.intercept();
    }

    private static double resets(Window window) {
        int count = 0;
        for (int i = 1; i < window.size(); i++) {
            count += window.value(i) < window.value(i - 1) ? 1 : 0;
        }
        return count;
    }

    private static double changes(Window window) {
        int count = 0;
        for (int i = 1; i < window.size(); i++) {
            double before = window.value(i - 1);
            double now = window.value(i);
            count += now != before && !(Double.isNaN(now) && Double.isNaN(before)) ? 1 : 0;
        }
        return count;
    }
}
