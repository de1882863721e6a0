package io.novacron.oncall.core.alert;

import java.time.Instant;

/**
 * An acknowledgement that no longer keeps an alert quiet, or that keeps more quiet than it should (alerts guide §4.5). One
 * that was heard is the same as long as key, reason and {@code since} are.
 *
 * @param since when it came to be, by the servers' clocks where they tell it
 * @param text one sentence without a closing full stop and without times
 */
public record Realarm(AlertKey key, Reason reason, Instant since, String text) {

    /** Why, the loudest first. */
    public enum Reason {
        /** The firing that was acknowledged is over, and the alert fires anew behind the same silence. */
        FIRED_AGAIN(true),
        /** The same labels with a higher severity fire beside what is acknowledged. */
        SEVERITY_ROSE(true),
        /** A critical alert for which nobody acknowledged is hidden by an acknowledgement of others. */
        CRITICAL_HIDDEN(true),
        /** It reached its limit, or its holder was gone. */
        RAN_OUT(true),
        /** Another hand ended it, or a server lost it. */
        ENDED_ELSEWHERE(true),
        /** Alerts that are not critical, and for which nobody acknowledged, are hidden by it. */
        SCOPE_GREW(false),
        /** A reminder: ten minutes are left. */
        EXPIRES_SOON(false);

        private final boolean rings;

        Reason(boolean rings) {
            this.rings = rings;
        }

        /** True where it sounds and notifies at once; else it is only shown. */
        public boolean rings() {
            return rings;
        }
    }
}
