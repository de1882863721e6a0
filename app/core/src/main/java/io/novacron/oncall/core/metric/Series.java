package io.novacron.oncall.core.metric;

import io.novacron.oncall.core.alert.Labels;
import java.util.List;

/** One series of a query result, its points in time order. */
public record Series(Labels labels, List<Point> points) {

    public Series {
        points = List.copyOf(points);
    }
}
