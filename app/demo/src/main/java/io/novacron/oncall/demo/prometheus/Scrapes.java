package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.demo.metric.MetricCatalog;
import io.novacron.oncall.demo.metric.ScrapeTarget;
import io.novacron.oncall.demo.metric.page.MetricFamily;
import io.novacron.oncall.demo.promql.SeriesStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What a replica scrapes: the samples, from which targets, and what the targets say of their metrics. */
public record Scrapes(SeriesStore series, Supplier<List<ScrapeTarget>> targets, Supplier<List<MetricFamily>> metadata) {

    /** As {@code global.evaluation_interval} and {@code global.scrape_interval}. */
    static final Duration EVALUATION_INTERVAL = Duration.ofSeconds(15);

    public static Scrapes of(MetricCatalog catalog) {
        return new Scrapes(catalog.store(), catalog::targets, catalog::metadata);
    }

    /** Samples from nowhere that anybody knows of. */
    public static Scrapes of(SeriesStore series) {
        return new Scrapes(series, List::of, List::of);
    }
}
