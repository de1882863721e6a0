package io.novacron.oncall.core.routing;

import java.time.Instant;

/** Whether what Alertmanager sends by one way arrives there, as far as its own counters say over the last hour. */
public sealed interface Delivery {

    /** Every minute since then something failed; {@code before} where that is the beginning of what was looked at. */
    record Failing(Instant since, boolean before, long failed, long sent) implements Delivery {}

    /** Something failed, but not in the last minutes. */
    record FailedEarlier(Instant last, long failed, long sent) implements Delivery {}

    /** Something was sent, and nothing failed: the only case that is proof. */
    record Arrives(long sent) implements Delivery {}

    /** Nothing was sent, so nothing is proved. */
    record Unused() implements Delivery {}

    /** Not known, with the reason; no full stop, safe to show. */
    record Unknown(String why) implements Delivery {}
}
