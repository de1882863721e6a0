package io.novacron.oncall.demo.rule;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * What a replica must know of the time before it was opened, in which it has recorded nothing.
 *
 * @param since the estate's records of any kind begin here, in epoch milliseconds
 * @param incidents when something was wrong in the cluster, in order of time; nothing fired outside them
 * @param asleep whether this replica was down at a time
 */
public record Past(long since, Supplier<List<Span>> incidents, LongPredicate asleep) {

    /** No past at all before that time. */
    public static Past none(long since) {
        return new Past(since, List::of, _ -> false);
    }
}
