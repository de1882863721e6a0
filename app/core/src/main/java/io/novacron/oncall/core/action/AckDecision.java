package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckTerm;
import java.time.Duration;
import java.time.Instant;

/** What a console does next about one acknowledgement; a pure function of what it sees (alerts guide §4.4). */
sealed interface AckDecision {

    /** How long an extension holds. */
    Duration LEASE = Duration.ofMinutes(15);

    /** Extended only when less than this remains: constant updates leak memory of old servers. */
    Duration DUE = Duration.ofMinutes(5);

    /** The longest that a console waits before it does what any of them may do. */
    Duration DELAY = Duration.ofSeconds(60);

    /** Keeps one's own alive. */
    record Extend(Instant until) implements AckDecision {}

    /** Keeps alive what its holder has left. */
    record TakeOver(Instant until) implements AckDecision {}

    /** Its firing is over. {@code rearm} asks for the withheld end notice; without, a new firing is there already. */
    record End(String why, boolean rearm) implements AckDecision {}

    /** It would be due, but must not be touched. */
    record StepBack(String reason) implements AckDecision {}

    record Nothing() implements AckDecision {}

    /**
     * Who looks, and from where.
     *
     * @param console our own id, as it stands in a lease
     * @param live the source's last answer is fresh and complete enough to act on
     * @param keptElsewhere another program extends here
     * @param now by the servers' clock, for what the servers wrote
     * @param here the same by our own, for what we saw ourselves
     */
    record View(String console, boolean live, boolean keptElsewhere, Instant now, Instant here) {}

    static AckDecision next(AckCase one, View view) {
        if (one.ended()) {
            return new StepBack("a member holds it expired: somebody ended it");
        }
        AckTerm term = one.ack().term();
        boolean own = term.lease().equals(view.console());
        AckAbsence gone = one.gone();
        if (view.live() && gone != null && gone.proves(view.here())) {
            Instant due =
                    own ? view.here() : gone.since().plus(Duration.ofMinutes(2)).plus(delay(one, view));
            boolean mayEnd = own || !term.leased() || term.lapsed(view.now());
            return mayEnd && !view.here().isBefore(due) ? new End("resolved", true) : new Nothing();
        }
        if (view.live() && one.again() && own) {
            return new End("its alert fires anew", false);
        }
        if (!term.leased() || view.keptElsewhere()) {
            return new Nothing();
        }
        return own ? extend(one, view) : takeOver(one, view);
    }

    private static AckDecision extend(AckCase one, View view) {
        if (!view.now().isAfter(one.silence().endsAt().minus(DUE))) {
            return new Nothing();
        }
        String obstacle = obstacle(one, view);
        return obstacle.isEmpty() ? new Extend(until(one, view)) : new StepBack(obstacle);
    }

    private static AckDecision takeOver(AckCase one, View view) {
        AckTerm term = one.ack().term();
        Instant until = term.leaseUntil();
        Instant from = until == null ? one.silence().endsAt().minus(AckTerm.BEFORE_END) : until;
        if (!term.lapsed(view.now()) || view.now().isBefore(from.plus(delay(one, view)))) {
            return new Nothing();
        }
        String obstacle = obstacle(one, view);
        return obstacle.isEmpty() ? new TakeOver(until(one, view)) : new StepBack(obstacle);
    }

    /** Why it must not be extended; empty for no reason. */
    private static String obstacle(AckCase one, View view) {
        if (!view.live()) {
            return "its source is not live";
        }
        if (!one.everywhere()) {
            return "not every member holds it";
        }
        if (!view.now().isBefore(one.silence().endsAt())) {
            return "it has expired, and extending it would make a second one";
        }
        if (!one.fires()) {
            return "nothing that it was made for fires";
        }
        return until(one, view).isAfter(one.silence().endsAt()) ? "" : "its limit is reached";
    }

    private static Instant until(AckCase one, View view) {
        Instant wanted = view.now().plus(LEASE);
        Instant limit = limit(one);
        return wanted.isAfter(limit) ? limit : wanted;
    }

    /** One shift from its start where the record does not say. */
    static Instant limit(AckCase one) {
        Instant limit = one.ack().term().maxUntil();
        return limit == null ? one.silence().startsAt().plus(Acknowledge.LONGEST_HOLD) : limit;
    }

    private static Duration delay(AckCase one, View view) {
        return delay(one.silence().id(), view.console());
    }

    /** Between 0 and 60 s, another for each console and silence, so that two seldom act at once. */
    static Duration delay(String silenceId, String console) {
        int hash = (console + ' ' + silenceId).hashCode();
        return Duration.ofMillis(Math.floorMod(hash, DELAY.toMillis()));
    }
}
