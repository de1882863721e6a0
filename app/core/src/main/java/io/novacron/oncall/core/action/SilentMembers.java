package io.novacron.oncall.core.action;

import io.novacron.oncall.core.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Members that let us wait in vain a moment ago. An action asks a cluster several times; it waits its full time for such a
 * member once, and then only a moment longer than for the others (reliability guide P4). Any thread.
 */
public final class SilentMembers {

    /** How much longer it is waited for than for the others. */
    static final Duration GRACE = Duration.ofMillis(500);

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(2);

    private final Clock clock;
    private final Map<String, Long> since = new ConcurrentHashMap<>();

    SilentMembers(Clock clock) {
        this.clock = clock;
    }

    /** Somebody else waited for these in vain. */
    void silent(Collection<String> members) {
        members.forEach(member -> since.put(member, clock.nanos()));
    }

    /** One that was asked at {@code begun} (nanoseconds). */
    void asked(String member, long begun, boolean answered) {
        if (answered) {
            since.remove(member);
        } else if (clock.nanos() - begun >= LONG.toNanos()) {
            since.put(member, clock.nanos());
        }
    }

    boolean contains(String member) {
        Long at = since.get(member);
        return at != null && clock.nanos() - at < REMEMBERED.toNanos();
    }
}
