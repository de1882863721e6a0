package io.novacron.oncall.demo.promql;

import io.novacron.oncall.core.alert.Labels;
import java.util.List;

/** The answer to a query. Times are epoch milliseconds. */
public sealed interface Value {

    record Scalar(long time, double value) implements Value {}

    record Text(long time, String text) implements Value {}

    /** In the order that {@code sort} and {@code topk} made, otherwise in no order that means something. */
    record Vector(List<Element> elements) implements Value {
        public Vector {
            elements = List.copyOf(elements);
        }
    }

    record Element(Labels labels, long time, double value) {}

    /** Ordered by labels; no series is empty. */
    record Matrix(List<Series> series) implements Value {
        public Matrix {
            series = List.copyOf(series);
        }
    }

    /** Parallel arrays; nobody changes or compares them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Series(Labels labels, long[] times, double[] values) {}
}
