package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Evaluates expressions at all moments of one grid at once: each selector is looked up once, each label set computed once. */
final class Evaluator {

    private final Query query;
    private final Grid grid;

    Evaluator(Query query, Grid grid) {
        this.query = query;
        this.grid = grid;
    }

    Query query() {
        return query;
    }

    Grid grid() {
        return grid;
    }

    /** The tracks of a vector; of a scalar exactly one, without labels. */
    List<Track> tracks(Expr expression) {
        return switch (expression) {
            case Expr.Scalar scalar -> constant(scalar.value());
            case Expr.Selector selector -> selected(selector);
            case Expr.Parentheses parentheses -> tracks(parentheses.inner());
            case Expr.Negation negation -> Track.unique(each(tracks(negation.inner()), (value, _) -> -value));
            case Expr.Binary binary -> new Operation(this, binary).tracks();
            case Expr.Aggregate aggregate -> Aggregation.of(this, aggregate);
            case Expr.Call call -> called(call);
            case Expr.Text _, Expr.Range _, Expr.Subquery _ ->
                throw new IllegalArgumentException("no tracks in " + expression);
        };
    }

    /** A track without values yet, which the query pays for. */
    Track empty(Labels labels) {
        query.spend(grid.count());
        return Track.empty(labels, grid.count());
    }

    /** The value of a scalar at each step. */
    double[] scalar(Expr expression) {
        return tracks(expression).getFirst().values();
    }

    List<Track> constant(double value) {
        double[] values = new double[grid.count()];
        Arrays.fill(values, value);
        return List.of(new Track(Labels.NONE, values));
    }

    /** What a function makes of each value; names are dropped. */
    List<Track> each(List<Track> tracks, Function.Pointwise compute, double[]... numbers) {
        List<Track> results = new ArrayList<>(tracks.size());
        double[] now = new double[numbers.length];
        for (Track track : tracks) {
            Track result = empty(Track.nameless(track.labels()));
            for (int step = 0; step < grid.count(); step++) {
                if (track.has(step)) {
                    for (int i = 0; i < now.length; i++) {
                        now[i] = numbers[i][step];
                    }
                    result.values()[step] = compute.apply(track.values()[step], now);
                }
            }
            results.add(result);
        }
        return results;
    }

    /** The newest sample of each series at each step, or the time of it in milliseconds. */
    List<Track> selected(Expr.Selector selector, boolean times) {
        long first = query.shifted(selector.shift(), grid.start());
        long last = query.shifted(selector.shift(), grid.end());
        List<Track> tracks = new ArrayList<>();
        for (StoredSeries series : query.store().select(selector.matchers(), first - query.lookback(), last)) {
            Track track = empty(series.labels());
            boolean any = false;
            for (int step = 0; step < grid.count(); step++) {
                long at = query.shifted(selector.shift(), grid.time(step));
                StoredSeries.Sample sample = series.newest(at - query.lookback(), at);
                if (sample != null && !Stale.is(sample.value())) {
                    track.values()[step] = times ? sample.time() : sample.value();
                    any = true;
                }
            }
            if (any) {
                tracks.add(track);
            }
        }
        return tracks;
    }

    private List<Track> selected(Expr.Selector selector) {
        return selected(selector, false);
    }

    private List<Track> called(Expr.Call call) {
        return switch (call.function().body()) {
            case Function.PerSample body -> {
                double[][] numbers =
                        call.arguments().stream().skip(1).map(this::scalar).toArray(double[][]::new);
                yield Track.merged(each(tracks(call.arguments().getFirst()), body.compute(), numbers));
            }
            case Function.PerWindow body -> windowed(call, body);
            case Function.Whole body -> body.compute().apply(this, call.arguments());
            case Function.Unsupported _, Function.Experimental _ ->
                throw PromQlException.execution("function \"" + call.function() + "\" is not supported by this server");
        };
    }

    private List<Track> windowed(Expr.Call call, Function.PerWindow body) {
        double[][] numbers = call.arguments().stream()
                .filter(argument -> argument.type() == ValueType.SCALAR)
                .map(this::scalar)
                .toArray(double[][]::new);
        double[] now = new double[numbers.length];
        List<Track> results = new ArrayList<>();
        for (Iterator<Windows> all = Windows.of(this, matrix(call)).iterator(); all.hasNext(); ) {
            Windows windows = all.next();
            Labels labels = body.keepsName() ? windows.labels() : Track.nameless(windows.labels());
            Track result = empty(labels);
            boolean any = false;
            for (int step = 0; step < grid.count(); step++) {
                Window window = windows.at(step);
                if (window.size() > 0) {
                    for (int i = 0; i < now.length; i++) {
                        now[i] = numbers[i][step];
                    }
                    double value = body.compute().apply(window, now);
                    result.values()[step] = value;
                    any |= !Stale.is(value);
                }
            }
            if (any) {
                results.add(result);
            }
        }
        return Track.unique(results);
    }

    private static Expr matrix(Expr.Call call) {
        return call.arguments().stream()
                .filter(argument -> argument.type() == ValueType.MATRIX)
                .findFirst()
                .orElseThrow();
    }
}
