package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What this console itself saw of the alerts since it was started: what Prometheus's series are too coarse for. Bounded: the
 * last hundred changes of an alert, the last thousand alerts that ended (reliability guide F67). Any thread.
 */
public final class SeenLog {

    /** Over this time flapping is counted. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    private static final int SHOWN = 20;
    private static final int CHANGES = 100;
    private static final int ENDED = 1_000;

    /** An alert that ended under the eyes of the console. */
    public record Ended(Alert last, Instant at) {}

    private final Map<AlertKey, Deque<Change>> changes = new HashMap<>();
    private final Deque<Ended> ended = new ArrayDeque<>();
    private Map<AlertKey, Alert> before = new HashMap<>();
    private boolean begun;

    /**
     * Compares with what was seen before. What the first look shows began before and is no change.
     *
     * @param whole the clusters whose every member answered: only there an alert that is gone has ended (alerts guide A3)
     */
    public synchronized void observe(AlertBoard board, Set<String> whole, Instant now) {
        Map<AlertKey, Alert> current = new HashMap<>();
        for (Alert alert : board.alerts()) {
            current.put(alert.key(), alert);
            Alert known = before.remove(alert.key());
            if (begun && known == null) {
                note(alert.key(), new Change(now, true));
            } else if (known != null && whole.contains(alert.key().cluster()) && again(known, alert)) {
                // it ended and began again between two polls
                note(alert.key(), new Change(now, false));
                note(alert.key(), new Change(now, true));
            }
        }
        before.forEach((key, gone) -> {
            if (whole.contains(key.cluster())) {
                note(key, new Change(now, false));
                ended.addFirst(new Ended(gone, now));
            } else {
                current.put(key, gone);
            }
        });
        while (ended.size() > ENDED) {
            ended.removeLast();
        }
        before = current;
        begun = true;
        forget(now);
    }

    /** How often it began within the last ten minutes. */
    public synchronized int starts(AlertKey key, Instant now) {
        Deque<Change> of = changes.getOrDefault(key, new ArrayDeque<>());
        return (int) of.stream()
                .filter(change -> change.fires() && change.at().isAfter(now.minus(WITHIN)))
                .count();
    }

    /** The last twenty changes of an alert, oldest first. */
    public synchronized List<Change> changes(AlertKey key) {
        List<Change> all = List.copyOf(changes.getOrDefault(key, new ArrayDeque<>()));
        return all.subList(Math.max(0, all.size() - SHOWN), all.size());
    }

    /** What ended, the latest first. */
    public synchronized List<Ended> ended() {
        return new ArrayList<>(ended);
    }

    /** A later start alone may be a member that lost its memory; on a whole cluster the earliest start moved for all of them. */
    private static boolean again(Alert known, Alert now) {
        return now.startsAt().isAfter(known.startsAt());
    }

    private void note(AlertKey key, Change change) {
        Deque<Change> of = changes.computeIfAbsent(key, one -> new ArrayDeque<>(4));
        of.addLast(change);
        if (of.size() > CHANGES) {
            of.removeFirst();
        }
    }

    /** Of an alert that is gone, changes are kept as long as they count. */
    private void forget(Instant now) {
        for (Iterator<Map.Entry<AlertKey, Deque<Change>>> all =
                        changes.entrySet().iterator();
                all.hasNext(); ) {
            Map.Entry<AlertKey, Deque<Change>> one = all.next();
            if (!before.containsKey(one.getKey())
                    && one.getValue().getLast().at().isBefore(now.minus(WITHIN))) {
                all.remove();
            }
        }
    }
}
