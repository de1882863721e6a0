package io.novacron.oncall.demo.metric.page;

import java.util.Locale;

/** What Prometheus calls the type of a metric. */
public enum MetricType {
    COUNTER,
    GAUGE,
    HISTOGRAM;

    /** As in a {@code # TYPE} line and in the metadata of the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
