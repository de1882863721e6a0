package io.novacron.oncall.demo.metric.page;

import java.util.Locale;

/** What is known of all series of one name; the buckets, sum and count of a histogram are one family. */
public record MetricFamily(String name, MetricType type, String help) {

    /**
     * True where promtool's linter has nothing to say about the name. NovaCron and some exporters have names that it dislikes:
     * those can be queried, but stand on no page.
     */
    public boolean passesLint() {
        boolean total = name.endsWith("_total");
        return total == (type == MetricType.COUNTER)
                && name.equals(name.toLowerCase(Locale.ROOT))
                && !name.endsWith("_count")
                && !name.endsWith("_ms")
                && !name.contains("_milliseconds");
    }
}
