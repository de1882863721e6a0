package io.novacron.oncall.demo.promql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parsed expression whose types fit. */
public sealed interface Expr {

    ValueType type();

    /** A number, or a duration where Prometheus takes one as a number of seconds. */
    record Scalar(double value) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.SCALAR;
        }
    }

    record Text(String value) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.STRING;
        }
    }

    /** The newest sample of each series; the name of the metric is a matcher of {@code __name__}. */
    record Selector(List<LabelMatcher> matchers, Shift shift) implements Expr {
        public Selector {
            matchers = List.copyOf(matchers);
        }

        @Override
        public ValueType type() {
            return ValueType.VECTOR;
        }
    }

    /** All samples of a selector's series within a time before the moment of evaluation. */
    record Range(Selector selector, long millis) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.MATRIX;
        }
    }

    /** An expression evaluated at whole multiples of a step within a range; a step of 0 is the evaluator's default. */
    record Subquery(Expr inner, long millis, long stepMillis, Shift shift) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.MATRIX;
        }
    }

    record Parentheses(Expr inner) implements Expr {
        @Override
        public ValueType type() {
            return inner.type();
        }
    }

    record Negation(Expr inner) implements Expr {
        @Override
        public ValueType type() {
            return inner.type();
        }
    }

    /** When a selector or subquery looks: at a fixed time instead of the moment of evaluation, and so much earlier. */
    record Shift(long offsetMillis, @Nullable At at) {
        public static final Shift NONE = new Shift(0, null);
    }

    /** The fixed time of an {@code @} modifier. */
    sealed interface At {
        record Time(long millis) implements At {}

        enum Edge implements At {
            START,
            END
        }
    }
}
