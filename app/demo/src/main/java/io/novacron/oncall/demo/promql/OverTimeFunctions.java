package io.novacron.oncall.demo.promql;

import static io.novacron.oncall.demo.promql.ValueType.MATRIX;
import static io.novacron.oncall.demo.promql.ValueType.SCALAR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The {@code …_over_time} functions. */
final class OverTimeFunctions {

    static final List<Function> ALL = List.of(
            of("avg_over_time", OverTimeFunctions::average),
            of("sum_over_time", OverTimeFunctions::sum),
            of("min_over_time", window -> extreme(window, (best, value) -> value < best ? value : best)),
            of("max_over_time", window -> extreme(window, (best, value) -> value > best ? value : best)),
            of("count_over_time", Window::size),
            of("stddev_over_time", window -> Math.sqrt(variance(window))),
            of("stdvar_over_time", OverTimeFunctions::variance),
            of("present_over_time", _ -> 1),
            Function.vector("last_over_time", new Function.PerWindow((window, _) -> window.last(), true), MATRIX),
            Function.vector(
                    "quantile_over_time",
                    new Function.PerWindow((window, numbers) -> Quantile.of(numbers[0], sorted(window)), false),
                    SCALAR,
                    MATRIX),
            Function.vector("absent_over_time", new Function.Whole(OverTimeFunctions::absent), MATRIX));

    private OverTimeFunctions() {}

    private interface Summary {
        double of(Window window);
    }

    private static Function of(String name, Summary summary) {
        return Function.vector(name, new Function.PerWindow((window, _) -> summary.of(window), false), MATRIX);
    }

    private static double average(Window window) {
        Mean mean = new Mean();
        for (int i = 0; i < window.size(); i++) {
            mean.add(window.value(i));
        }
        return mean.value();
    }

    private static double sum(Window window) {
        KahanSum sum = new KahanSum();
        for (int i = 0; i < window.size(); i++) {
            sum.add(window.value(i));
        }
        return sum.value();
    }

    /** NaN only if there is nothing else. */
    private static double extreme(Window window, DoubleBinaryOperator better) {
        double best = window.value(0);
        for (int i = 1; i < window.size(); i++) {
            best = Double.isNaN(best) ? window.value(i) : better.applyAsDouble(best, window.value(i));
        }
        return best;
    }

    /** Welford's, each step summed without loss. */
    private static double variance(Window window) {
        KahanSum mean = new KahanSum();
        KahanSum squares = new KahanSum();
        for (int i = 0; i < window.size(); i++) {
            double value = window.value(i);
            double off = value - mean.value();
            mean.add(off / (i + 1));
            squares.add(off * (value - mean.value()));
        }
        return squares.value() / window.size();
    }

    private static double[] sorted(Window window) {
        double[] values = Arrays.copyOfRange(window.values(), window.from(), window.from() + window.size());
        Quantile.sort(values);
        return values;
    }

    /** 1 wherever no series has a sample. */
    private static List<Track> absent(Evaluator evaluator, List<Expr> arguments) {
        int steps = evaluator.grid().count();
        List<Track> present = new ArrayList<>();
        for (Iterator<Windows> all = Windows.of(evaluator, arguments.getFirst()).iterator(); all.hasNext(); ) {
            Windows windows = all.next();
            Track track = evaluator.empty(windows.labels());
            for (int step = 0; step < steps; step++) {
                if (windows.at(step).size() > 0) {
                    track.values()[step] = 1;
                }
            }
            present.add(track);
        }
        return Absence.of(present, arguments.getFirst(), steps);
    }
}
