package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AckTerm;
import io.novacron.oncall.core.silence.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes one of two acknowledgements, so that no name is lost. */
final class AckHeal {

    private final ActionDesk desk;
    private final ClusterDesk cluster;

    AckHeal(ActionDesk desk, ClusterDesk cluster) {
        this.desk = desk;
        this.cluster = cluster;
    }

    /** The larger one ends only after the smaller one is proved to carry all names and to last as long. */
    Ladder run(AckTwins twins) throws InterruptedException {
        Silence keep = twins.keep();
        AckRecord small = record(keep);
        AckRecord both = small;
        for (String owner : record(twins.drop()).owners()) {
            both = both.joinedBy(owner);
        }
        Instant until =
                keep.endsAt().isBefore(twins.drop().endsAt()) ? twins.drop().endsAt() : keep.endsAt();
        AckTerm term = term(small.term(), record(twins.drop()).term());
        if (!until.equals(keep.endsAt()) || !term.equals(small.term())) {
            term = term.endingAt(until);
        }
        both = both.with(term);
        if (!both.equals(small) || !until.equals(keep.endsAt())) {
            Ladder joined = new AckRewrite(desk, cluster).run("join into one", keep, both, until);
            if (joined.outcome() != Outcome.EFFECTIVE) {
                return joined;
            }
        }
        Climb climb = desk.climb("end the second acknowledgement of " + AckRewrite.subject(keep), cluster, List.of());
        climb.byItself();
        climb.silence(twins.drop().id());
        return climb.finish(() -> {
            String why = new SilenceEnder(desk, cluster).end(twins.drop().id(), climb);
            return why.isEmpty()
                    ? climb.end(Outcome.EFFECTIVE, "ended; " + keep.id() + " stays with all names")
                    : climb.end(Outcome.FAILED, why);
        });
    }

    /** Whoever keeps one of them alive keeps the one that stays; of two who do, the one whose lease lasts longer. */
    static AckTerm term(AckTerm keep, AckTerm drop) {
        Instant limit = later(keep.maxUntil(), drop.maxUntil());
        boolean other = drop.leased()
                && (!keep.leased() || !Objects.equals(later(keep.leaseUntil(), drop.leaseUntil()), keep.leaseUntil()));
        AckTerm lease = other ? drop : keep;
        String incident = keep.incident().isEmpty() ? drop.incident() : keep.incident();
        return new AckTerm(lease.lease(), lease.leaseUntil(), lease.leased() ? limit : lease.maxUntil(), incident);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static AckRecord record(Silence silence) {
        AckRecord ack = AckRecord.read(silence);
        if (ack == null) {
            throw new IllegalArgumentException("silence " + silence.id() + " is no acknowledgement");
        }
        return ack;
    }
}
