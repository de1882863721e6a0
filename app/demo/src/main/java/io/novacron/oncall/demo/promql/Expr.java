package io.novacron.oncall.demo.promql;

import java.util.List;
import java.util.Set;
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

    /** Two operands; {@code matching} means something between two vectors only. */
    record Binary(BinaryOperator operator, Expr left, Expr right, boolean bool, VectorMatching matching)
            implements Expr {
        @Override
        public ValueType type() {
            return left.type() == ValueType.SCALAR && right.type() == ValueType.SCALAR
                    ? ValueType.SCALAR
                    : ValueType.VECTOR;
        }
    }

    /** One value per group, or the chosen elements of each group. {@code parameter} is there if the operator takes one. */
    record Aggregate(
            AggregateOperator operator,
            Expr inner,
            @Nullable Expr parameter,
            Grouping grouping) implements Expr {
        @Override
        public ValueType type() {
            return ValueType.VECTOR;
        }
    }

    record Call(Function function, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public ValueType type() {
            return function.result();
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

    /** {@code by} these labels, or {@code without} them. */
    record Grouping(Set<String> labels, boolean without) {
        public static final Grouping ALL_TOGETHER = new Grouping(Set.of(), false);

        public Grouping {
            labels = Set.copyOf(labels);
        }
    }

    /**
     * How elements of two vectors find each other.
     *
     * @param on whether exactly {@code labels} must agree, or all others
     * @param include labels of the one side that the result gets, with {@code group_left} and {@code group_right}
     */
    record VectorMatching(boolean on, Set<String> labels, Many many, List<String> include) {
        public static final VectorMatching ALL_LABELS = new VectorMatching(false, Set.of(), Many.NEITHER, List.of());

        public VectorMatching {
            labels = Set.copyOf(labels);
            include = List.copyOf(include);
        }

        /** The side of which several elements may match one of the other side. */
        public enum Many {
            NEITHER,
            LEFT,
            RIGHT
        }
    }
}
