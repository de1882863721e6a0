package io.novacron.oncall.demo.promql;

import static io.novacron.oncall.demo.promql.ValueType.SCALAR;
import static io.novacron.oncall.demo.promql.ValueType.VECTOR;

import io.novacron.oncall.core.alert.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Functions of a whole vector, and between vectors, scalars and time. */
final class VectorFunctions {

    static final List<Function> ALL = List.of(
            Function.scalar(
                    "time",
                    new Function.Whole((evaluator, _) -> List.of(new Track(Labels.NONE, seconds(evaluator.grid()))))),
            Function.scalar("scalar", new Function.Whole(VectorFunctions::scalar), VECTOR),
            Function.vector(
                    "vector",
                    new Function.Whole((evaluator, arguments) -> evaluator.tracks(arguments.getFirst())),
                    SCALAR),
            Function.vector("timestamp", new Function.Whole(VectorFunctions::timestamp), VECTOR),
            Function.vector(
                    "absent",
                    new Function.Whole((evaluator, arguments) -> Absence.of(
                            evaluator.tracks(arguments.getFirst()),
                            arguments.getFirst(),
                            evaluator.grid().count())),
                    VECTOR),
            Function.vector(
                    "sort",
                    new Function.Whole((evaluator, arguments) -> sorted(evaluator, arguments, Ranking.ASCENDING)),
                    VECTOR),
            Function.vector(
                    "sort_desc",
                    new Function.Whole((evaluator, arguments) -> sorted(evaluator, arguments, Ranking.DESCENDING)),
                    VECTOR),
            Function.vector("histogram_quantile", new Function.Whole(Buckets::quantiles), SCALAR, VECTOR));

    private VectorFunctions() {}

    static double[] seconds(Grid grid) {
        double[] seconds = new double[grid.count()];
        for (int step = 0; step < seconds.length; step++) {
            seconds[step] = grid.time(step) / 1000.0;
        }
        return seconds;
    }

    /** The only element's value, NaN if there is none or there are several. */
    private static List<Track> scalar(Evaluator evaluator, List<Expr> arguments) {
        List<Track> tracks = evaluator.tracks(arguments.getFirst());
        double[] values = new double[evaluator.grid().count()];
        for (int step = 0; step < values.length; step++) {
            double only = Double.NaN;
            int count = 0;
            for (Track track : tracks) {
                if (track.has(step)) {
                    only = track.values()[step];
                    count++;
                }
            }
            values[step] = count == 1 ? only : Double.NaN;
        }
        return List.of(new Track(Labels.NONE, values));
    }

    /** Of a selector the times of its samples, of all else the moment of evaluation. */
    private static List<Track> timestamp(Evaluator evaluator, List<Expr> arguments) {
        if (Aggregation.unwrapped(arguments.getFirst()) instanceof Expr.Selector selector) {
            return Track.merged(evaluator.each(evaluator.selected(selector, true), (millis, _) -> millis / 1000));
        }
        return Track.merged(
                evaluator.each(evaluator.tracks(arguments.getFirst()), (_, now) -> now[0], seconds(evaluator.grid())));
    }

    /** The order matters at a single moment only; elements without a value have no place in it. */
    private static List<Track> sorted(Evaluator evaluator, List<Expr> arguments, Comparator<Double> order) {
        List<Track> tracks = evaluator.tracks(arguments.getFirst());
        if (evaluator.grid().count() != 1) {
            return tracks;
        }
        List<Track> present = new ArrayList<>(tracks);
        present.removeIf(track -> !track.has(0));
        present.sort(Comparator.comparing(track -> track.values()[0], order));
        return present;
    }
}
