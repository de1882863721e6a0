package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.promql.SeriesStore;
import io.novacron.oncall.demo.promql.StoredSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code series}, {@code labels} and the values of a label. Without a start they look back one hour, where Prometheus looks at
 * all it has: here older series would have to be computed.
 */
record SeriesApi(SeriesStore store, Clock clock) {

    private static final Duration DEFAULT = Duration.ofHours(1);

    Reply series(Parameters parameters) {
        int limit = parameters.limit();
        if (parameters.request().all("match[]").isEmpty()) {
            throw ApiError.badData("no match[] parameter provided");
        }
        List<List<LabelMatcher>> sets;
        try {
            sets = parameters.matchers();
        } catch (ApiError e) {
            throw ApiError.badParameter("match[]", String.valueOf(e.getMessage()));
        }
        List<Labels> found = new ArrayList<>(matching(parameters, sets));
        found.sort(Comparator.naturalOrder());
        return Answer.limited(found.stream().map(Labels::byName).toList(), limit);
    }

    Reply labels(Parameters parameters) {
        int limit = parameters.limit();
        Set<String> names = new TreeSet<>();
        matching(parameters, parameters.matchers())
                .forEach(labels -> names.addAll(labels.byName().keySet()));
        return Answer.limited(List.copyOf(names), limit);
    }

    Reply values(String label, Parameters parameters) {
        int limit = parameters.limit();
        Set<String> values = new TreeSet<>();
        for (Labels labels : matching(parameters, parameters.matchers())) {
            if (labels.has(label)) {
                values.add(labels.get(label));
            }
        }
        return Answer.limited(List.copyOf(values), limit);
    }

    private Set<Labels> matching(Parameters parameters, List<List<LabelMatcher>> sets) {
        long now = clock.now().toEpochMilli();
        // what is still to come could be computed, but has not been scraped
        long end = Math.min(parameters.time("end", now), now);
        long start = parameters.time("start", end - DEFAULT.toMillis());
        Set<Labels> found = new LinkedHashSet<>();
        if (end >= start) {
            for (List<LabelMatcher> matchers : sets.isEmpty() ? List.of(List.<LabelMatcher>of()) : sets) {
                for (StoredSeries series : store.select(matchers, start, end)) {
                    if (series.newest(start - 1, end) != null) {
                        found.add(series.labels());
                    }
                }
            }
        }
        return found;
    }
}
