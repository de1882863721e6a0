package io.novacron.oncall.demo.promql;

import static io.novacron.oncall.demo.promql.ValueType.MATRIX;
import static io.novacron.oncall.demo.promql.ValueType.SCALAR;
import static io.novacron.oncall.demo.promql.ValueType.STRING;
import static io.novacron.oncall.demo.promql.ValueType.VECTOR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All functions that Prometheus 3.8 knows, by name. */
final class Functions {

    private static final List<Function> EXPERIMENTAL = List.of(
            Function.vector("first_over_time", new Function.Experimental(), MATRIX),
            Function.vector("mad_over_time", new Function.Experimental(), MATRIX),
            Function.vector("ts_of_first_over_time", new Function.Experimental(), MATRIX),
            Function.vector("ts_of_last_over_time", new Function.Experimental(), MATRIX),
            Function.vector("ts_of_max_over_time", new Function.Experimental(), MATRIX),
            Function.vector("ts_of_min_over_time", new Function.Experimental(), MATRIX),
            Function.vector("double_exponential_smoothing", new Function.Experimental(), MATRIX, SCALAR, SCALAR),
            Function.vector("info", new Function.Experimental(), VECTOR, VECTOR).lastFrom(0, 1),
            Function.vector("sort_by_label", new Function.Experimental(), VECTOR, STRING)
                    .lastFrom(0, Integer.MAX_VALUE),
            Function.vector("sort_by_label_desc", new Function.Experimental(), VECTOR, STRING)
                    .lastFrom(0, Integer.MAX_VALUE));

    private static final List<Function> UNSUPPORTED = List.of(
            Function.vector("histogram_avg", new Function.Unsupported(), VECTOR),
            Function.vector("histogram_count", new Function.Unsupported(), VECTOR),
            Function.vector("histogram_sum", new Function.Unsupported(), VECTOR),
            Function.vector("histogram_stddev", new Function.Unsupported(), VECTOR),
            Function.vector("histogram_stdvar", new Function.Unsupported(), VECTOR),
            Function.vector("histogram_fraction", new Function.Unsupported(), SCALAR, SCALAR, VECTOR));

    private static final Map<String, Function> BY_NAME = Stream.of(
                    MathFunctions.ALL,
                    RateFunctions.ALL,
                    OverTimeFunctions.ALL,
                    DateFunctions.ALL,
                    LabelFunctions.ALL,
                    VectorFunctions.ALL,
                    EXPERIMENTAL,
                    UNSUPPORTED)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Function::name, UnaryOperator.identity()));

    private Functions() {}

    static Optional<Function> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
