package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says for certain that an alert is in no Alertmanager only once it was missing for longer than Prometheus takes to send it
 * again. A single look may fall between two polls, of an Alertmanager that has just been started or of an alert that has
 * just been resolved there. One thread at a time.
 */
final class SecondLook {

    /** Prometheus sends each alert once a minute. */
    static final Duration RESEND = Duration.ofSeconds(65);

    private record Firing(String source, Labels labels, Instant activeAt) {}

    private Map<Firing, Instant> missing = Map.of();

    /** What one look found, with what it cannot tell for certain yet marked so. */
    List<Unpaged> confirm(List<Unpaged> found, Instant now) {
        Map<Firing, Instant> still = new HashMap<>();
        List<Unpaged> judged = found.stream()
                .map(one -> {
                    Firing firing = new Firing(one.source(), one.labels(), one.activeAt());
                    Instant since = missing.getOrDefault(firing, now);
                    still.put(firing, since);
                    boolean proved = Duration.between(since, now).compareTo(RESEND) >= 0;
                    return proved || !one.certain() ? one : doubtful(one);
                })
                .toList();
        missing = still;
        return judged;
    }

    private static Unpaged doubtful(Unpaged one) {
        return new Unpaged(
                one.labels(),
                one.activeAt(),
                one.source(),
                false,
                one.reason() + " yet; known for certain once Prometheus has sent it again, within a minute");
    }
}
