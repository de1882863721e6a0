package io.novacron.oncall.core.firing;

import com.google.re2j.Pattern;
import io.novacron.oncall.core.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The one range query for the past of some alerts: their series {@code ALERTS} by name, and one series without labels at
 * each moment of which Prometheus has data at all, so that its own outage is not taken for quiet.
 */
record AlertsQuery(String expression, Timeline times) {

    /** Names in one pattern; of more, everything is read. */
    private static final int MOST_NAMES = 200;

    /** Points in one answer: some 20 bytes each. */
    private static final long MOST_POINTS = 1_000_000;

    /** Of a longer time than a day no more than of a day. */
    private static final int STEPS = 288;

    private static final Duration FINEST = Duration.ofMinutes(5);

    static AlertsQuery of(Collection<Alert> alerts, Duration span, Instant now) {
        TreeSet<String> names = new TreeSet<>();
        alerts.forEach(alert -> names.add(alert.name()));
        String matcher = names.isEmpty() || names.size() > MOST_NAMES
                ? ""
                : ",alertname=~" + quoted(names.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        Duration step = step(alerts.size(), span);
        // floored, so that the same moments are asked for again (metrics guide 1.1)
        long end = Math.floorDiv(now.toEpochMilli(), step.toMillis()) * step.toMillis();
        Instant last = Instant.ofEpochMilli(end);
        return new AlertsQuery(
                "ALERTS{alertstate=\"firing\"" + matcher + "} or (0 * count(up))",
                new Timeline(last.minus(span), last, step));
    }

    private static Duration step(int alerts, Duration span) {
        Duration step = FINEST.compareTo(span.dividedBy(STEPS)) > 0 ? FINEST : span.dividedBy(STEPS);
        while (alerts * (span.toMillis() / step.toMillis()) > MOST_POINTS) {
            step = step.multipliedBy(2);
        }
        return step;
    }

    /** A text of PromQL in double quotes. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"") + '"';
    }
}
