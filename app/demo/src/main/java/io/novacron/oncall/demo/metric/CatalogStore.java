package io.novacron.oncall.demo.metric;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.metric.page.Page;
import io.novacron.oncall.demo.metric.page.Passing;
import io.novacron.oncall.demo.metric.page.Series;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.promql.StoredSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The series of one replica in one world, by name. */
final class CatalogStore {

    private final Recording recording;
    private final long oldest;
    private final Map<String, List<ScrapedSeries>> lasting = new TreeMap<>();
    private final Map<String, List<Source>> passing = new TreeMap<>();

    private record Source(ScrapeTarget target, Passing series) {}

    CatalogStore(List<Scraped> targets, Recording recording, long oldest) {
        this.recording = recording;
        this.oldest = oldest;
        for (Scraped scraped : targets) {
            for (Page.Family family : scraped.page().families()) {
                family.series().forEach(series -> add(series, scraped.target(), false));
                family.passing()
                        .forEach(
                                source -> passing.computeIfAbsent(family.about().name(), _ -> new ArrayList<>())
                                        .add(new Source(scraped.target(), source)));
            }
            for (Page.Family family : ScrapeReport.of(scraped).families()) {
                family.series().forEach(series -> add(series, scraped.target(), true));
            }
        }
    }

    List<StoredSeries> select(List<LabelMatcher> matchers, long fromMillis, long toMillis) {
        List<LabelMatcher> names =
                matchers.stream().filter(one -> one.name().equals(Page.NAME)).toList();
        List<LabelMatcher> others =
                matchers.stream().filter(one -> !one.name().equals(Page.NAME)).toList();
        List<StoredSeries> selected = new ArrayList<>();
        lasting.forEach((name, all) -> {
            if (accepted(names, name)) {
                all.stream().filter(series -> fits(others, series.labels())).forEach(selected::add);
            }
        });
        passing.forEach((name, sources) -> {
            if (accepted(names, name)) {
                sources.forEach(source -> select(source, others, fromMillis, toMillis, selected));
            }
        });
        return selected;
    }

    private void select(
            Source source, List<LabelMatcher> matchers, long fromMillis, long toMillis, List<StoredSeries> selected) {
        for (Series series : source.series().between(Math.max(fromMillis, oldest) / 1e3, toMillis / 1e3)) {
            if (fits(matchers, series.labels())) {
                selected.add(new ScrapedSeries(series, source.target(), false, recording, oldest));
            }
        }
    }

    private void add(Series series, ScrapeTarget target, boolean always) {
        lasting.computeIfAbsent(series.labels().get(Page.NAME), _ -> new ArrayList<>())
                .add(new ScrapedSeries(series, target, always, recording, oldest));
    }

    private static boolean accepted(List<LabelMatcher> names, String name) {
        return names.stream().allMatch(matcher -> matcher.accepts().test(name));
    }

    private static boolean fits(List<LabelMatcher> matchers, Labels labels) {
        for (LabelMatcher matcher : matchers) {
            if (!matcher.matches(labels)) {
                return false;
            }
        }
        return true;
    }
}
