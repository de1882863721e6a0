package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Evaluates expressions over one store. Any thread. All methods throw {@link PromQlException} where Prometheus answers with an error. */
public final class Evaluation {

    private static final Duration LOOKBACK = Duration.ofMinutes(5);
    private static final Duration SUBQUERY_STEP = Duration.ofMinutes(1);

    private final SeriesStore store;
    private final long lookback;
    private final long subqueryStep;

    public Evaluation(SeriesStore store) {
        this(store, LOOKBACK, SUBQUERY_STEP);
    }

    /**
     * With other defaults than Prometheus'.
     *
     * @param lookback how old the newest sample of a series may be
     * @param subqueryStep the step of a subquery that names none: the server's evaluation interval
     */
    public Evaluation(SeriesStore store, Duration lookback, Duration subqueryStep) {
        this.store = store;
        this.lookback = lookback.toMillis();
        this.subqueryStep = subqueryStep.toMillis();
    }

    /** The value at one moment; of a range vector its samples as a {@link Value.Matrix}. */
    public Value instant(Expr expression, long atMillis) {
        Evaluator evaluator = evaluator(Grid.moment(atMillis), atMillis);
        return switch (expression.type()) {
            case SCALAR -> new Value.Scalar(atMillis, evaluator.scalar(expression)[0]);
            case STRING -> new Value.Text(atMillis, ((Expr.Text) Aggregation.unwrapped(expression)).value());
            case VECTOR ->
                new Value.Vector(evaluator.tracks(expression).stream()
                        .filter(track -> track.has(0))
                        .map(track -> new Value.Element(track.labels(), atMillis, track.values()[0]))
                        .toList());
            case MATRIX ->
                matrix(Windows.of(evaluator, expression)
                        .map(windows -> series(windows.labels(), windows.at(0)))
                        .filter(series -> series.times().length > 0)
                        .toList());
        };
    }

    /** The values at start, start + step, … up to the end, as a {@link Value.Matrix}; scalars have no labels. */
    public Value range(Expr expression, long startMillis, long endMillis, long stepMillis) {
        if (expression.type() == ValueType.MATRIX || expression.type() == ValueType.STRING) {
            throw PromQlException.syntax("invalid expression type \""
                    + expression.type().title() + "\" for range query, must be Scalar or instant Vector");
        }
        Grid grid = Grid.between(startMillis, endMillis, stepMillis);
        if (grid.count() == 0) {
            return new Value.Matrix(List.of());
        }
        List<Value.Series> series = new ArrayList<>();
        for (Track track : evaluator(grid, endMillis).tracks(expression)) {
            if (!track.isEmpty()) {
                series.add(series(track, grid));
            }
        }
        return matrix(series);
    }

    private Evaluator evaluator(Grid grid, long end) {
        return new Evaluator(new Query(store, lookback, subqueryStep, grid.start(), end), grid);
    }

    private static Value.Matrix matrix(List<Value.Series> series) {
        return new Value.Matrix(series.stream()
                .sorted(Comparator.comparing(Value.Series::labels))
                .toList());
    }

    private static Value.Series series(Track track, Grid grid) {
        long[] times = new long[grid.count()];
        double[] values = new double[grid.count()];
        int size = 0;
        for (int step = 0; step < grid.count(); step++) {
            if (track.has(step)) {
                times[size] = grid.time(step);
                values[size++] = track.values()[step];
            }
        }
        return new Value.Series(track.labels(), Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }

    private static Value.Series series(Labels labels, Window window) {
        return new Value.Series(
                labels,
                Arrays.copyOfRange(window.times(), window.from(), window.from() + window.size()),
                Arrays.copyOfRange(window.values(), window.from(), window.from() + window.size()));
    }
}
