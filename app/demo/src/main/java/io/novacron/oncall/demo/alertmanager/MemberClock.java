package io.novacron.oncall.demo.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** A member's own idea of the time, and how long it lets other members speak first. */
final class MemberClock {

    private final Supplier<Duration> turn;
    private volatile Duration ahead = Duration.ZERO;

    /** @param turn 15 s (the peer timeout) for each member that comes before this one */
    MemberClock(Supplier<Duration> turn) {
        this.turn = turn;
    }

    void ahead(Duration offset) {
        ahead = offset;
    }

    /** What its clock shows when the cluster's shows {@code at}. */
    Instant wall(Instant at) {
        return at.plus(ahead);
    }

    Duration turn() {
        return turn.get();
    }
}
