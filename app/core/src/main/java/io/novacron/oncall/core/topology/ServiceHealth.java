package io.novacron.oncall.core.topology;

import io.novacron.oncall.core.metric.Target;
import io.novacron.oncall.core.text.Visible;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The health of one service from the scrape targets that carry its name. */
record ServiceHealth(Health health, String rule, List<Evidence> evidence) {

    /** Two scrape intervals of Prometheus' default of one minute; what was scraped before that says nothing about now. */
    static final Duration FRESH = Duration.ofMinutes(2);

    /** A target belongs to a service if one of these labels is the service's name; the first that fits anything counts. */
    private static final List<String> LABELS = List.of("job", "service", "component");

    private static final int NAMED = 5;

    private enum Scrape {
        UP,
        DOWN,
        OLD
    }

    private record Seen(ScrapedTargets from, Target target) {

        Scrape scrape() {
            Instant last = target.lastScrape();
            if (last == null || last.isBefore(from.observedAt().minus(FRESH))) {
                return Scrape.OLD;
            }
            return switch (target.health()) {
                case "up" -> Scrape.UP;
                case "down" -> Scrape.DOWN;
                default -> Scrape.OLD;
            };
        }
    }

    static ServiceHealth of(String service, String cluster, List<ScrapedTargets> scrapes, Instant now) {
        for (String label : service.isEmpty() ? List.<String>of() : LABELS) {
            List<Seen> seen = new ArrayList<>();
            for (ScrapedTargets from : scrapes) {
                if (from.mayKnow(cluster)) {
                    from.targets().stream()
                            .filter(target -> service.equals(target.labels().get(label)))
                            .forEach(target -> seen.add(new Seen(from, target)));
                }
            }
            if (!seen.isEmpty()) {
                return judge(label, service, seen, now);
            }
        }
        String rule = "no scrape target has job, service or component \"" + Visible.line(service, 100) + "\": unknown";
        return new ServiceHealth(Health.UNKNOWN, rule, List.of());
    }

    private static ServiceHealth judge(String label, String service, List<Seen> seen, Instant now) {
        String selector = "up{" + label + "=\"" + Visible.line(service, 100) + "\"}";
        long up = count(seen, Scrape.UP);
        long down = count(seen, Scrape.DOWN);
        String rule = selector + ": every target up is healthy, some degraded, none down; not scraped for "
                + FRESH.toMinutes() + " min is unknown";
        return new ServiceHealth(health(up, down, seen.size()), rule, evidence(selector, seen, now));
    }

    private static Health health(long up, long down, int all) {
        if (up == all) {
            return Health.HEALTHY;
        }
        if (up > 0) {
            return Health.DEGRADED;
        }
        return down > 0 ? Health.DOWN : Health.UNKNOWN;
    }

    private static List<Evidence> evidence(String selector, List<Seen> all, Instant now) {
        List<Evidence> evidence = new ArrayList<>();
        for (ScrapedTargets from : all.stream().map(Seen::from).distinct().toList()) {
            List<Seen> here =
                    all.stream().filter(seen -> seen.from().equals(from)).toList();
            long old = count(here, Scrape.OLD);
            String value = count(here, Scrape.UP) + " of " + here.size() + (here.size() == 1 ? " target" : " targets")
                    + " up" + (old == 0 ? "" : ", " + old + " not scraped lately");
            Instant oldest = here.stream()
                    .map(seen -> seen.target().lastScrape())
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo)
                    .orElse(null);
            evidence.add(new Evidence(
                    selector + " on " + from.source(), value, oldest == null ? null : seconds(oldest, now)));
        }
        all.stream()
                .filter(seen -> seen.scrape() != Scrape.UP)
                .limit(NAMED)
                .map(seen -> unwell(seen, now))
                .forEach(evidence::add);
        return evidence;
    }

    private static Evidence unwell(Seen seen, Instant now) {
        Target target = seen.target();
        String instance = target.labels().has("instance") ? target.labels().get("instance") : target.scrapeUrl();
        String value = seen.scrape() == Scrape.OLD ? "not scraped lately" : "down";
        String why = target.lastError().isBlank() ? "" : ": " + Visible.line(target.lastError(), 200);
        Instant last = target.lastScrape();
        return new Evidence(Visible.line(instance, 200), value + why, last == null ? null : seconds(last, now));
    }

    private static long count(List<Seen> seen, Scrape scrape) {
        return seen.stream().filter(each -> each.scrape() == scrape).count();
    }

    private static long seconds(Instant then, Instant now) {
        return Math.max(0, Duration.between(then, now).toSeconds());
    }
}
