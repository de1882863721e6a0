package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.AlertKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one alert, so that a firing is told of once (alerts guide A9).
 *
 * @param start the latest start known: a firing with the same or an earlier one is the same firing (alerts guide §4.1)
 * @param lastSeen when it was last listed, to the hour
 * @param decided whether it was found firing and its notice raised, or found not to be worth one
 * @param rungAt when its last notice was raised; null for none yet
 * @param notice id of that notice, 0 for none
 * @param looked whether somebody has looked at that notice or works on the alert
 */
public record SeenFiring(
        AlertKey key,
        Instant start,
        Instant lastSeen,
        boolean decided,
        @Nullable Instant rungAt,
        long notice,
        boolean looked) {

    static SeenFiring first(AlertKey key, Instant start, Instant now) {
        return new SeenFiring(key, start, now, false, null, 0, false);
    }

    SeenFiring again(Instant laterStart, Instant now) {
        return new SeenFiring(key, laterStart, now, false, rungAt, notice, false);
    }

    SeenFiring startingAt(Instant laterStart) {
        return new SeenFiring(key, laterStart, lastSeen, decided, rungAt, notice, looked);
    }

    SeenFiring seenAt(Instant now) {
        return new SeenFiring(key, start, now, decided, rungAt, notice, looked);
    }

    /** Not worth a notice, or part of another's. */
    SeenFiring passedOver() {
        return new SeenFiring(key, start, lastSeen, true, rungAt, notice, true);
    }

    /** Told of together with another. */
    SeenFiring with(SeenFiring other) {
        return new SeenFiring(key, start, lastSeen, true, other.rungAt, other.notice, other.looked);
    }

    SeenFiring rung(Notice by) {
        return new SeenFiring(key, start, lastSeen, true, by.at(), by.id(), false);
    }

    SeenFiring lookedAt() {
        return new SeenFiring(key, start, lastSeen, decided, rungAt, notice, true);
    }
}
