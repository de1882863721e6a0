package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How often the desktop may be spoken to: one notice a topic and minute (alerts guide A9) unless it got worse, and no more
 * than twenty a minute in all, the last five of them kept for pages. One thread.
 */
final class Budget {

    /** Longer than a minute by what a notice may take on its way, so that no minute at its end holds two. */
    static final Duration MINUTE = Duration.ofSeconds(65);

    private static final int MOST = 20;
    private static final int KEPT_FOR_PAGES = 5;

    private record Rung(Instant at, Severity severity) {}

    private final Map<String, Rung> topics = new HashMap<>();
    private final Deque<Instant> pops = new ArrayDeque<>();

    /** Forgets what is older than a minute; also what lies ahead, since then the clock was set back. */
    void tick(Instant now) {
        topics.values().removeIf(rung -> past(rung.at(), now));
        pops.removeIf(at -> past(at, now));
    }

    boolean allows(String topic, Severity severity) {
        Rung rung = topics.get(topic);
        return rung == null || severity.compareTo(rung.severity()) < 0;
    }

    /** How many more may be shown now. */
    int left(boolean pages) {
        return Math.max(0, (pages ? MOST : MOST - KEPT_FOR_PAGES) - pops.size());
    }

    /** The topic has had its say for this minute, in whose notice ever. */
    void told(String topic, Severity severity, Instant now) {
        topics.put(topic, new Rung(now, severity));
    }

    void spend(Notice notice) {
        told(notice.topic(), notice.severity(), notice.at());
        if (notice.pops()) {
            pops.add(notice.at());
        }
    }

    private static boolean past(Instant at, Instant now) {
        return at.isAfter(now) || Duration.between(at, now).compareTo(MINUTE) >= 0;
    }
}
