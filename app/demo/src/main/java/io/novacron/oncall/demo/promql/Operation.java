package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Evaluates a binary operator. */
final class Operation {

    private static final Set<String> NAME = Set.of("__name__");

    private final Evaluator evaluator;
    private final Expr.Binary expression;
    private final BinaryOperator operator;

    Operation(Evaluator evaluator, Expr.Binary expression) {
        this.evaluator = evaluator;
        this.expression = expression;
        this.operator = expression.operator();
    }

    List<Track> tracks() {
        boolean leftIsScalar = expression.left().type() == ValueType.SCALAR;
        boolean rightIsScalar = expression.right().type() == ValueType.SCALAR;
        List<Track> left = evaluator.tracks(expression.left());
        List<Track> right = evaluator.tracks(expression.right());
        if (leftIsScalar && rightIsScalar) {
            return List.of(ofScalars(left.getFirst().values(), right.getFirst().values()));
        }
        if (leftIsScalar) {
            return withScalar(right, left.getFirst().values(), true);
        }
        if (rightIsScalar) {
            return withScalar(left, right.getFirst().values(), false);
        }
        int steps = evaluator.grid().count();
        return operator.isSet()
                ? SetOperation.of(expression, left, right, steps)
                : new Join(expression, left, right, steps).tracks();
    }

    private Track ofScalars(double[] left, double[] right) {
        double[] values = new double[left.length];
        for (int step = 0; step < values.length; step++) {
            values[step] = operator.compute(left[step], right[step]);
        }
        return new Track(Labels.NONE, values);
    }

    private List<Track> withScalar(List<Track> vector, double[] scalar, boolean scalarIsLeft) {
        boolean filters = filters(expression);
        List<Track> results = new ArrayList<>(vector.size());
        for (Track track : vector) {
            Labels labels = filters ? track.labels() : Track.nameless(track.labels());
            Track result = Track.empty(labels, scalar.length);
            for (int step = 0; step < scalar.length; step++) {
                if (track.has(step)) {
                    double value = track.values()[step];
                    double computed = scalarIsLeft
                            ? operator.compute(scalar[step], value)
                            : operator.compute(value, scalar[step]);
                    result.values()[step] = !filters ? computed : computed == 1 ? value : Stale.MARKER;
                }
            }
            results.add(result);
        }
        return Track.merged(results);
    }

    /** Whether the operator keeps elements as they are or drops them, instead of computing new ones. */
    static boolean filters(Expr.Binary expression) {
        return expression.operator().isComparison() && !expression.bool();
    }

    /** The labels by which elements of both sides find each other. */
    static Labels signature(Expr.VectorMatching matching, Labels labels) {
        return matching.on()
                ? labels.only(matching.labels())
                : labels.without(NAME).without(matching.labels());
    }
}
