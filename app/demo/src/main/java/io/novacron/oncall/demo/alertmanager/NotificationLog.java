package io.novacron.oncall.demo.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Whom this member knows to have been told of what. One thread at a time. */
final class NotificationLog {

    private static final Duration RETENTION = Duration.ofDays(5);

    /** The alerts that the last notification named, by the hash of their labels, sorted. Never changed once made. */
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(Instant at, Instant expires, long[] firing, long[] resolved) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final BiConsumer<String, Entry> logged;

    /** @param logged told of each entry that this member wrote, for the other members */
    NotificationLog(BiConsumer<String, Entry> logged) {
        this.logged = logged;
    }

    /**
     * Whether the receiver has to be told: of its first alert, a new one, the last one being resolved, one of several being
     * resolved where it wants to know, or because {@code repeat} has passed.
     */
    boolean due(String key, long[] firing, long[] resolved, boolean sendsResolved, Duration repeat, Instant now) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return firing.length > 0;
        }
        if (!within(firing, entry.firing)) {
            return true;
        }
        if (firing.length == 0) {
            return entry.firing.length > 0;
        }
        if (sendsResolved && !within(resolved, entry.resolved)) {
            return true;
        }
        return entry.at.isBefore(now.minus(repeat));
    }

    void log(String key, long[] firing, long[] resolved, Duration repeat, Instant now) {
        Entry before = entries.get(key);
        if (before != null && before.at.isAfter(now)) {
            // written by a member whose clock is ahead: it stands until then
            return;
        }
        Duration kept = repeat.multipliedBy(2).compareTo(RETENTION) < 0 ? repeat.multipliedBy(2) : RETENTION;
        Entry entry = new Entry(now, now.plus(kept), firing, resolved);
        entries.put(key, entry);
        logged.accept(key, entry);
    }

    /** Takes another member's entry; the later one stands. */
    void merge(String key, Entry theirs, Instant now) {
        Entry mine = entries.get(key);
        if (!theirs.expires.isBefore(now) && (mine == null || mine.at.isBefore(theirs.at))) {
            entries.put(key, theirs);
        }
    }

    /** All of them, by group and receiver. */
    Map<String, Entry> entries() {
        return entries;
    }

    void collect(Instant now) {
        entries.values().removeIf(entry -> !entry.expires.isAfter(now));
    }

    static long[] hashes(List<Notice> notices) {
        long[] hashes = new long[notices.size()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = Long.parseUnsignedLong(notices.get(i).alert().subject().fingerprint(), 16);
        }
        Arrays.sort(hashes);
        return hashes;
    }

    private static boolean within(long[] some, long[] all) {
        for (long one : some) {
            if (Arrays.binarySearch(all, one) < 0) {
                return false;
            }
        }
        return true;
    }
}
