package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.time.PromDuration;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.metric.ScrapeTarget;
import io.novacron.oncall.demo.metric.page.MetricFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code targets}, {@code scrape_pools} and {@code metadata}. */
record TargetsApi(Scrapes scrapes, Clock clock) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    Reply targets(Parameters parameters) {
        String state = parameters.text("state").toLowerCase(Locale.ROOT);
        String pool = parameters.text("scrapePool");
        boolean known = List.of("", "any", "active", "dropped").contains(state);
        List<Map<String, Object>> active = new ArrayList<>();
        Map<String, Integer> dropped = new TreeMap<>();
        Instant now = clock.now();
        for (ScrapeTarget target : sorted()) {
            if (pool.isEmpty() || pool.equals(target.job())) {
                dropped.put(target.job(), 0);
                if (known && !state.equals("dropped")) {
                    active.add(target(target, now));
                }
            }
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("activeTargets", active);
        data.put("droppedTargets", List.of());
        data.put("droppedTargetCounts", known && !state.equals("active") ? dropped : null);
        return Answer.of(data);
    }

    Reply pools() {
        return Answer.of(Map.of(
                "scrapePools",
                sorted().stream().map(ScrapeTarget::job).distinct().toList()));
    }

    Reply metadata(Parameters parameters) {
        Integer limit = number(parameters.text("limit"), -1);
        Integer perMetric = number(parameters.text("limit_per_metric"), -1);
        if (limit == null) {
            throw ApiError.badData("limit must be a number");
        }
        if (perMetric == null) {
            throw ApiError.badData("limit_per_metric must be a number");
        }
        String wanted = parameters.text("metric");
        Map<String, Object> data = new TreeMap<>();
        for (MetricFamily family : scrapes.metadata().get()) {
            boolean full = limit >= 0 && data.size() >= limit;
            if (!full && (wanted.isEmpty() || wanted.equals(family.name()))) {
                data.put(
                        family.name(),
                        perMetric == 0
                                ? List.of()
                                : List.of(Map.of("type", type(family), "unit", "", "help", family.help())));
            }
        }
        return Answer.of(data);
    }

    private static String type(MetricFamily family) {
        return family.type().name().toLowerCase(Locale.ROOT);
    }

    private List<ScrapeTarget> sorted() {
        return scrapes.targets().get().stream()
                .sorted(Comparator.comparing(ScrapeTarget::job).thenComparing(ScrapeTarget::instance))
                .toList();
    }

    private static Map<String, Object> target(ScrapeTarget target, Instant now) {
        double time = now.toEpochMilli() / 1e3;
        String interval = PromDuration.format(target.interval());
        String timeout = timeout(target.interval());
        Map<String, String> discovered = new TreeMap<>(target.labels().byName());
        discovered.remove("instance");
        discovered.put("__address__", target.instance());
        discovered.put("__metrics_path__", target.path());
        discovered.put("__scheme__", "http");
        discovered.put("__scrape_interval__", interval);
        discovered.put("__scrape_timeout__", timeout);
        String error = target.lastError(time);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("discoveredLabels", discovered);
        out.put("labels", target.labels().byName());
        out.put("scrapePool", target.job());
        out.put("scrapeUrl", target.url());
        out.put("globalUrl", target.url());
        out.put("lastError", error);
        out.put("lastScrape", target.lastScrape(time).toString());
        out.put("lastScrapeDuration", target.lastDuration(time));
        out.put("health", error.isEmpty() ? "up" : "down");
        out.put("scrapeInterval", interval);
        out.put("scrapeTimeout", timeout);
        return out;
    }

    /** Ten seconds, or the interval if that is shorter. */
    static String timeout(Duration interval) {
        return PromDuration.format(interval.compareTo(TIMEOUT) < 0 ? interval : TIMEOUT);
    }

    /** Null for what is no number. */
    private static @Nullable Integer number(String text, int missing) {
        try {
            return text.isEmpty() ? missing : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
