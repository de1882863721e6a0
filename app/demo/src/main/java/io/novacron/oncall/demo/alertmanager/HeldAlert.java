package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.demo.alertmanager.silence.Silences;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as one member holds it. Immutable.
 *
 * @param posted what a client sent last: annotations and generator are taken from there
 * @param timedOut whether {@code endsAt} is only a guess, because the client gave none
 */
record HeldAlert(
        Subject subject, PostedAlert posted, Instant startsAt, Instant endsAt, Instant updatedAt, boolean timedOut) {

    /** Fills in what the client left out. */
    static HeldAlert of(Subject subject, PostedAlert posted, Instant now, Duration resolveTimeout) {
        Instant end = given(posted.endsAt());
        Instant start = given(posted.startsAt()) == null ? end : posted.startsAt();
        return new HeldAlert(
                subject,
                posted,
                start == null ? now : start,
                end == null ? now.plus(resolveTimeout) : end,
                now,
                end == null);
    }

    boolean resolved(Instant now) {
        return !endsAt.isAfter(now);
    }

    /** What is held after {@code newer} came in: the same firing goes on if the two overlap, else a new one begins. */
    HeldAlert followedBy(HeldAlert newer, Instant now) {
        boolean endsWithin = newer.endsAt.isAfter(startsAt) && newer.endsAt.isBefore(endsAt);
        boolean startsWithin = newer.startsAt.isAfter(startsAt) && newer.startsAt.isBefore(endsAt);
        return endsWithin || startsWithin ? merged(newer, now) : newer;
    }

    private HeldAlert merged(HeldAlert other, Instant now) {
        if (other.updatedAt.isBefore(updatedAt)) {
            return other.merged(this, now);
        }
        Instant start = startsAt.isBefore(other.startsAt) ? startsAt : other.startsAt;
        boolean mineLater = endsAt.isAfter(other.endsAt);
        boolean mineCounts = other.resolved(now) ? resolved(now) : !timedOut;
        Instant end = mineLater && mineCounts ? endsAt : other.endsAt;
        return new HeldAlert(subject, other.posted, start, end, other.updatedAt, other.timedOut);
    }

    private static @Nullable Instant given(@Nullable Instant time) {
        return Silences.NO_TIME.equals(time) ? null : time;
    }
}
