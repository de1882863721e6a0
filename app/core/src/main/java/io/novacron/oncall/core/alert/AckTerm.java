package io.novacron.oncall.core.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps an acknowledgement alive and how far (alerts guide §4.4). One from the command line has no term: it ends by
 * itself.
 *
 * @param lease the console that extends it; empty where none does
 * @param leaseUntil from then on another console may take it over; null where none extends it, or where it cannot be read
 * @param maxUntil it is never extended beyond; null where that is not known
 * @param incident what it belongs to; empty for nothing
 */
public record AckTerm(
        String lease,
        @Nullable Instant leaseUntil,
        @Nullable Instant maxUntil,
        String incident) {

    public static final AckTerm NONE = new AckTerm("", null, null, "");

    /** The lease ends so long before the silence: the time others have to take it over. */
    public static final Duration BEFORE_END = Duration.ofMinutes(3);

    public boolean leased() {
        return !lease.isEmpty();
    }

    /** True where a lease is there and has run out. */
    public boolean lapsed(Instant now) {
        Instant until = leaseUntil;
        return leased() && (until == null || now.isAfter(until));
    }

    /** The same with the silence ending at {@code end}; the lease is only ever written together with that. */
    public AckTerm endingAt(Instant end) {
        return leased() ? new AckTerm(lease, end.minus(BEFORE_END), maxUntil, incident) : this;
    }

    /** Kept alive by {@code console} from now on; a limit that is there stays. */
    public AckTerm takenBy(String console, Instant end, Instant limit) {
        Instant most = maxUntil;
        return new AckTerm(console, end.minus(BEFORE_END), most == null ? limit : most, incident);
    }

    /** With a limit that is not earlier than this, where somebody keeps it alive. */
    public AckTerm upTo(Instant limit) {
        Instant most = maxUntil;
        return leased() && (most == null || most.isBefore(limit))
                ? new AckTerm(lease, leaseUntil, limit, incident)
                : this;
    }
}
