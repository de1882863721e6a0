package io.novacron.oncall.connectors.prometheus;

import io.novacron.oncall.connectors.http.UnexpectedShape;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query's answer to our record: numbers stay text, NaN and infinities are values of their own. */
final class Results {

    private Results() {}

    static QueryResult of(Wire.Answer<Wire.Outcome> answer, Wire.Outcome outcome) throws IOException {
        ResultWire result = outcome.result();
        if (result == null) {
            throw new UnexpectedShape("a success without a result");
        }
        QueryResult.Type type = type(outcome.resultType());
        List<String> warnings = new ArrayList<>(Texts.list(answer.warnings()));
        List<Series> series = bare(type) ? one(result) : series(type, result, warnings);
        return new QueryResult(type, series, warnings, Texts.list(answer.infos()));
    }

    private static QueryResult.Type type(@Nullable String word) throws IOException {
        for (QueryResult.Type type : QueryResult.Type.values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw new UnexpectedShape("a result of the unknown type " + word);
    }

    private static boolean bare(QueryResult.Type type) {
        return type == QueryResult.Type.SCALAR || type == QueryResult.Type.STRING;
    }

    private static List<Series> one(ResultWire result) throws IOException {
        Point point = result.bare();
        if (point == null) {
            throw new UnexpectedShape("a scalar without its sample");
        }
        return List.of(new Series(Labels.NONE, List.of(point)));
    }

    private static List<Series> series(QueryResult.Type type, ResultWire result, List<String> warnings)
            throws IOException {
        if (result.bare() != null) {
            throw new UnexpectedShape("a bare sample instead of a " + type.word());
        }
        List<Series> series = new ArrayList<>();
        int histograms = 0;
        for (ResultWire.SeriesWire wire : result.series()) {
            if (wire.hasHistogram()) {
                histograms++;
            }
            List<Point> points = points(wire);
            if (!points.isEmpty() || !wire.hasHistogram()) {
                series.add(new Series(Texts.labels(wire.metric()), points));
            }
        }
        if (histograms > 0) {
            warnings.add(histograms + (histograms == 1 ? " series has" : " series have")
                    + " native histograms, which are not shown");
        }
        return series;
    }

    private static List<Point> points(ResultWire.SeriesWire wire) throws IOException {
        ResultWire.Sample value = wire.value();
        Stream<ResultWire.Sample> samples = value != null ? Stream.of(value) : Texts.list(wire.values()).stream();
        List<Point> points = samples.map(ResultWire.Sample::point).toList();
        for (Point point : points) {
            check(point);
        }
        return points;
    }

    private static void check(Point point) throws IOException {
        try {
            point.value();
        } catch (NumberFormatException e) {
            throw new UnexpectedShape("a sample whose value is no number: " + point.text());
        }
    }
}
