package io.novacron.oncall.demo.metric;

import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Passing;
import java.util.List;

/** What Prometheus itself stores of each scrape. */
final class ScrapeReport {

    private ScrapeReport() {}

    static Page of(Scraped scraped) {
        ScrapeTarget target = scraped.target();
        int lasting = scraped.page().families().stream()
                .mapToInt(family -> family.series().size())
                .sum();
        List<Passing> passing = scraped.page().families().stream()
                .flatMap(family -> family.passing().stream())
                .toList();
        Page page = new Page(target.labels());
        page.gauge("up", "1 if the target answered.", time -> target.up(time) ? 1 : 0);
        page.gauge("scrape_duration_seconds", "How long the scrape took.", target::duration);
        for (String name : List.of("scrape_samples_scraped", "scrape_samples_post_metric_relabeling")) {
            page.gauge(
                    name,
                    "Samples the target exposed.",
                    time -> target.up(time) ? lasting + present(passing, time) : 0);
        }
        page.gauge("scrape_series_added", "Series new to this scrape.", time -> added(target, lasting, time));
        return page;
    }

    private static double added(ScrapeTarget target, int lasting, double time) {
        return target.up(time) && !target.up(time - target.intervalMillis() / 1e3) ? lasting : 0;
    }

    private static int present(List<Passing> passing, double time) {
        return passing.stream().mapToInt(source -> source.present(time)).sum();
    }
}
