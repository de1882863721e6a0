package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.Watch;
import io.novacron.oncall.core.source.SourceKind;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.source.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watches the way of the alerts themselves: a source that is worse than LATE, a watchdog that is not heard. Each outage is
 * told once, all that began together as one (reliability guide F24). One thread.
 */
final class Pipeline {

    /** After a machine slept every source is stale until it was asked again (reliability guide F25). */
    private static final Duration HOLD = Duration.ofSeconds(15);
    /** A watchdog may be missing for one resend period after a restart of its Alertmanager. */
    private static final Duration WATCHDOG_HOLD = Duration.ofSeconds(90);

    private static final Duration SLEPT = Duration.ofSeconds(30);
    private static final Duration FLAPPING = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(10);

    /**
     * One thing that is broken.
     *
     * @param paging whether alerts may not reach anybody because of it
     */
    record Outage(String id, String sentence, boolean paging) {}

    private final Map<String, Instant> since = new HashMap<>();
    private final Map<String, Instant> told = new HashMap<>();
    private final Map<String, Boolean> announced = new HashMap<>();
    private @Nullable Instant begun;
    private @Nullable Instant last;

    /** Outages nobody was told of yet; {@link #told} takes one from the list. */
    List<Outage> look(Instant now, List<SourceStatus> sources, Watch watch, boolean watchdogs) {
        Instant first = begun == null ? now : begun;
        begun = first;
        if (last == null || Duration.between(last, now).abs().compareTo(SLEPT) > 0) {
            since.clear();
        }
        last = now;
        Map<String, Outage> broken = broken(now, first, sources, watch, watchdogs);
        since.keySet().retainAll(broken.keySet());
        announced.keySet().retainAll(broken.keySet());
        List<Outage> fresh = new ArrayList<>();
        for (Outage outage : broken.values()) {
            Instant from = since.computeIfAbsent(outage.id(), id -> now);
            Duration hold = outage.id().isEmpty() ? WATCHDOG_HOLD : HOLD;
            Instant before = told.get(outage.id());
            boolean held = Duration.between(from, now).compareTo(hold) >= 0;
            boolean flaps =
                    before != null && Duration.between(before, now).abs().compareTo(FLAPPING) < 0;
            if (held && !flaps && !announced.containsKey(outage.id())) {
                fresh.add(outage);
            }
        }
        return fresh;
    }

    void told(Outage outage, Instant now) {
        told.put(outage.id(), now);
        announced.put(outage.id(), true);
    }

    private static Map<String, Outage> broken(
            Instant now, Instant begun, List<SourceStatus> sources, Watch watch, boolean watchdogs) {
        Map<String, Outage> broken = new LinkedHashMap<>();
        for (SourceStatus source : sources) {
            Instant good = source.lastGood() == null ? begun : source.lastGood();
            Duration late = source.every().multipliedBy(2).plus(GRACE);
            if (source.state().compareTo(SourceState.LATE) < 0
                    && Duration.between(good, now).compareTo(late) > 0) {
                String word = source.state().name().replace('_', '-');
                boolean paging = source.kind() == SourceKind.ALERTMANAGER || source.kind() == SourceKind.PROMETHEUS;
                broken.put(
                        source.name(),
                        new Outage(source.name(), source.name() + " is " + word + ": " + source.reason(), paging));
            }
        }
        boolean heard = sources.stream()
                .filter(source -> source.kind() == SourceKind.ALERTMANAGER)
                .allMatch(source -> source.lastGood() != null);
        if (watchdogs && heard && !watch.doubts().isEmpty()) {
            broken.put("", new Outage("", String.join("; ", watch.doubts()), true));
        }
        return broken;
    }
}
