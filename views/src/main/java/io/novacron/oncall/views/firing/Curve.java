package io.novacron.oncall.views.firing;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.firing.ComparedExpression;
import io.novacron.oncall.core.firing.RuleBehind;
import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Series;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// What the expression of a rule was over a stretch of time, for one alert.
///
/// @param start epoch seconds of the left edge
/// @param end   epoch seconds of the right edge
/// @param limit what decides, where it is a number
record Curve(List<Series> series, double start, double end, OptionalDouble limit) {
    /// Lines that can still be told apart.
    static final int MOST = 8;

    Curve {
        series = List.copyOf(series);
    }

    static Curve of(QueryResult answer, Alert alert, Optional<ComparedExpression> compared, double start, double end) {
        List<Series> concerned = answer.series().stream()
                .filter(one -> RuleBehind.concerns(one, alert))
                .toList();
        return new Curve(
                concerned,
                start,
                end,
                compared.map(ComparedExpression::limit).map(Curve::number).orElse(OptionalDouble.empty()));
    }

    /// The lines that are drawn.
    List<Series> drawn() {
        return series.subList(0, Math.min(MOST, series.size()));
    }

    /// All finite values, the limit among them.
    DoubleStream values() {
        return DoubleStream.concat(
                drawn().stream()
                        .flatMap(one -> one.points().stream())
                        .mapToDouble(Point::value)
                        .filter(Double::isFinite),
                limit.stream());
    }

    /// One sentence of the newest values: `now 5.6`, `3 series, now 0.1 to 5.6`.
    String now() {
        List<Point> last = series.stream()
                .filter(one -> !one.points().isEmpty())
                .map(one -> one.points().getLast())
                .filter(point -> end - point.time() <= (end - start) / 20)
                .toList();
        if (last.isEmpty()) {
            return series.isEmpty() ? "no series" : "no value now";
        }
        double low = last.stream().mapToDouble(Point::value).min().orElse(Double.NaN);
        double high = last.stream().mapToDouble(Point::value).max().orElse(Double.NaN);
        if (last.size() == 1) {
            return "now " + number(low);
        }
        return last.size() + " series, now " + number(low) + (low == high ? "" : " to " + number(high));
    }

    /// Four digits that count, without an exponent where it can be read without one.
    static String number(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || size == 0 || size >= 1e9 || size < 1e-4) {
            return value == 0 ? "0" : Double.isFinite(value) ? String.format(Locale.ROOT, "%.3g", value) : words(value);
        }
        return BigDecimal.valueOf(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String words(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
