package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import java.util.Arrays;
import java.util.stream.Stream;

/** The window of one series at each step, asked for in order of the steps. */
final class Windows {

    private final Labels labels;
    private final Evaluator evaluator;
    private final Source source;
    private final Expr.Shift shift;
    private final long range;
    /** Windows that overlap are cut from samples that are read once; others are read one by one. */
    private final boolean overlapping;

    private StoredSeries.Samples read = StoredSeries.Samples.NONE;
    private boolean hasRead;
    private int from;
    private int to;

    /** Where the samples with {@code from < time <= to} come from. */
    @FunctionalInterface
    private interface Source {
        StoredSeries.Samples within(long fromExclusive, long toInclusive);
    }

    private Windows(
            Labels labels, Evaluator evaluator, Source source, Expr.Shift shift, long range, boolean overlapping) {
        this.labels = labels;
        this.evaluator = evaluator;
        this.source = source;
        this.shift = shift;
        this.range = range;
        this.overlapping = overlapping;
    }

    /** For each series of a range vector, one after the other, since each may hold many samples. */
    static Stream<Windows> of(Evaluator evaluator, Expr matrix) {
        return switch (matrix) {
            case Expr.Range range -> ofSelector(evaluator, range);
            case Expr.Subquery subquery -> ofSubquery(evaluator, subquery);
            case Expr.Parentheses parentheses -> of(evaluator, parentheses.inner());
            default -> throw new IllegalArgumentException("no range vector: " + matrix);
        };
    }

    Labels labels() {
        return labels;
    }

    Window at(int step) {
        long at = evaluator.grid().time(step);
        long end = evaluator.query().shifted(shift, at);
        long start = end - range;
        if (!overlapping) {
            StoredSeries.Samples samples = live(source.within(start, end));
            return new Window(samples.times(), samples.values(), 0, samples.times().length, start, end, at);
        }
        if (!hasRead) {
            hasRead = true;
            read = live(source.within(
                    start, evaluator.query().shifted(shift, evaluator.grid().end())));
        }
        while (from < read.times().length && read.times()[from] <= start) {
            from++;
        }
        to = Math.max(to, from);
        while (to < read.times().length && read.times()[to] <= end) {
            to++;
        }
        return new Window(read.times(), read.values(), from, to - from, start, end, at);
    }

    private static Stream<Windows> ofSelector(Evaluator evaluator, Expr.Range range) {
        Query query = evaluator.query();
        Grid grid = evaluator.grid();
        Expr.Shift shift = range.selector().shift();
        long first = query.shifted(shift, grid.start()) - range.millis();
        boolean overlapping = grid.count() > 1 && (range.millis() >= grid.step() || shift.at() != null);
        return query.store().select(range.selector().matchers(), first, query.shifted(shift, grid.end())).stream()
                .map(series ->
                        new Windows(series.labels(), evaluator, series::within, shift, range.millis(), overlapping));
    }

    /** Evaluates what is inside at multiples of the step, all that any of the windows can need. */
    private static Stream<Windows> ofSubquery(Evaluator evaluator, Expr.Subquery subquery) {
        Query query = evaluator.query();
        long step = subquery.stepMillis() > 0 ? subquery.stepMillis() : query.subqueryStep();
        long first = query.shifted(subquery.shift(), evaluator.grid().start()) - subquery.millis();
        long last = query.shifted(subquery.shift(), evaluator.grid().end());
        Grid inner = Grid.between((Math.floorDiv(first, step) + 1) * step, last, step);
        if (inner.count() == 0) {
            return Stream.empty();
        }
        long[] times = new long[inner.count()];
        Arrays.setAll(times, inner::time);
        return new Evaluator(query, inner)
                .tracks(subquery.inner()).stream()
                        .map(track -> new Windows(
                                track.labels(),
                                evaluator,
                                (_, _) -> new StoredSeries.Samples(times, track.values()),
                                subquery.shift(),
                                subquery.millis(),
                                true));
    }

    /** Without staleness markers. */
    private static StoredSeries.Samples live(StoredSeries.Samples samples) {
        double[] values = samples.values();
        int count = 0;
        for (double value : values) {
            count += Stale.is(value) ? 0 : 1;
        }
        if (count == values.length) {
            return samples;
        }
        long[] liveTimes = new long[count];
        double[] liveValues = new double[count];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Stale.is(values[i])) {
                liveTimes[next] = samples.times()[i];
                liveValues[next++] = values[i];
            }
        }
        return new StoredSeries.Samples(liveTimes, liveValues);
    }
}
