package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The memory of {@link Attention}: every alert that was ever listed, until its cluster has answered for a day without it. An
 * alert that is silenced, acknowledged, filtered or gone with its source is not forgotten (alerts guide A9). One thread.
 */
final class SeenAlerts {

    /** Twice the model's bound of 100,000 alerts (reliability guide §2). */
    static final int MOST = 200_000;

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration TO_THE_HOUR = Duration.ofHours(1);
    /** Prometheus resends each minute, so this long an absence is one. */
    private static final Duration ABSENCE = Duration.ofMinutes(5);

    private final Map<AlertKey, SeenFiring> known = new HashMap<>();
    private final Map<AlertKey, Instant> absent = new HashMap<>();
    private final Set<AlertKey> changed = new HashSet<>();
    private final Set<AlertKey> forgotten = new HashSet<>();
    /** Of the last board, those that were undecided when it was asked last. */
    private List<Alert> undecided = List.of();

    private long version;

    private List<Alert> pages = List.of();

    SeenAlerts(Collection<SeenFiring> kept) {
        for (SeenFiring seen : kept) {
            known.put(seen.key(), seen);
            // nobody watched since then
            absent.put(seen.key(), seen.lastSeen());
        }
    }

    /**
     * Takes a new board.
     *
     * @param live clusters whose answer is whole, so that an alert missing from it is gone
     * @param worth whether a firing alert is worth a notice; the others count as decided at once
     */
    void scan(AlertBoard board, Set<AlertKey> watchdogs, Set<String> live, Instant now, Predicate<Alert> worth) {
        List<Alert> waiting = new ArrayList<>();
        List<Alert> paging = new ArrayList<>();
        for (Alert alert : board.alerts()) {
            if (watchdogs.contains(alert.key())) {
                continue;
            }
            SeenFiring before = known.get(alert.key());
            SeenFiring seen = before == null
                    ? SeenFiring.first(alert.key(), alert.startsAt(), now)
                    : met(before, alert, board, now);
            boolean fires = alert.state() == AlertState.FIRING;
            if (fires && !seen.decided() && !worth.test(alert)) {
                seen = seen.passedOver();
            }
            if (!fires && !seen.looked()) {
                seen = seen.lookedAt();
            }
            if (!seen.equals(before)) {
                put(seen);
            }
            if (fires && !seen.decided()) {
                waiting.add(alert);
            }
            if (fires && alert.severity().compareTo(Severity.S2) <= 0) {
                paging.add(alert);
            }
        }
        undecided = waiting;
        pages = paging;
        version++;
        missed(board, live, now);
    }

    /** Another number whenever something became known; between, all answers stay as they are. */
    long version() {
        return version;
    }

    /** Those that fire and were neither told of nor found unworthy, worst first. */
    List<Alert> undecided() {
        undecided = undecided.stream().filter(alert -> !of(alert).decided()).toList();
        return undecided;
    }

    /** Pages that were told of but not looked at, worst first. */
    List<Alert> unseenPages() {
        pages = pages.stream().filter(alert -> !of(alert).looked()).toList();
        return pages.stream().filter(alert -> of(alert).rungAt() != null).toList();
    }

    /** Only of an alert that was on the last board. */
    SeenFiring of(Alert alert) {
        SeenFiring seen = known.get(alert.key());
        if (seen == null) {
            throw new IllegalArgumentException("never listed: " + alert.key());
        }
        return seen;
    }

    @Nullable
    SeenFiring known(AlertKey key) {
        return known.get(key);
    }

    void put(SeenFiring seen) {
        known.put(seen.key(), seen);
        version++;
        changed.add(seen.key());
        forgotten.remove(seen.key());
    }

    /** Whoever looked at one alert of a notice knows of the notice. */
    void lookedAt(AlertKey key) {
        SeenFiring seen = known.get(key);
        if (seen != null && seen.notice() != 0) {
            lookedAt(seen.notice());
        } else if (seen != null && !seen.looked()) {
            put(seen.lookedAt());
        }
    }

    void lookedAt(long notice) {
        known.values().stream()
                .filter(seen -> seen.notice() == notice && !seen.looked())
                .toList()
                .forEach(seen -> put(seen.lookedAt()));
    }

    List<SeenFiring> takeChanged() {
        List<SeenFiring> now =
                changed.stream().map(known::get).filter(Objects::nonNull).toList();
        changed.clear();
        return now;
    }

    Set<AlertKey> takeForgotten() {
        Set<AlertKey> now = Set.copyOf(forgotten);
        forgotten.clear();
        return now;
    }

    private SeenFiring met(SeenFiring before, Alert alert, AlertBoard board, Instant now) {
        Instant gone = absent.remove(alert.key());
        SeenFiring seen =
                Duration.between(before.lastSeen(), now).compareTo(TO_THE_HOUR) > 0 ? before.seenAt(now) : before;
        Instant start = alert.startsAt();
        boolean away = gone != null && Duration.between(gone, now).compareTo(ABSENCE) >= 0;
        if (start.equals(Instant.EPOCH)) {
            return away ? seen.again(start, now) : seen;
        }
        if (!start.isAfter(before.start())) {
            return seen;
        }
        return away || board.startWitnessed(alert.key()) ? seen.again(start, now) : seen.startingAt(start);
    }

    private void missed(AlertBoard board, Set<String> live, Instant now) {
        for (SeenFiring seen : List.copyOf(known.values())) {
            AlertKey key = seen.key();
            if (board.alert(key) != null || !live.contains(key.cluster())) {
                continue;
            }
            absent.putIfAbsent(key, now);
            if (Duration.between(seen.lastSeen(), now).compareTo(KEPT) > 0) {
                forget(key);
            }
        }
        int over = known.size() - MOST;
        if (over > 0) {
            absent.keySet().stream()
                    .sorted(Comparator.comparing(absent::get))
                    .limit(over)
                    .toList()
                    .forEach(this::forget);
        }
    }

    private void forget(AlertKey key) {
        known.remove(key);
        absent.remove(key);
        changed.remove(key);
        forgotten.add(key);
    }
}
