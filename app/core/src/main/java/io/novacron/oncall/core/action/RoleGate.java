package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may write what, and what needs its count typed (reliability guide §8 and F59). Pure. */
final class RoleGate {

    private static final Duration LONG = Duration.ofHours(4);
    private static final int LARGE_PERCENT = 20;

    private RoleGate() {}

    static ActionResult.Refused refused(String action, Operator operator) {
        return new ActionResult.Refused(
                "role " + operator.role().word() + " may not " + action
                        + "; set operator.role to responder or higher if you may",
                null);
    }

    /**
     * What stands in the way of a silence, null for nothing.
     *
     * @param count how many alerts it hits now, of {@code total}
     * @param confirmed the count the operator typed, null if none
     */
    static ActionResult.@Nullable Refused silence(
            Operator operator,
            int count,
            int total,
            Map<Severity, Integer> bySeverity,
            Duration length,
            @Nullable Integer confirmed) {
        if (!operator.role().atLeast(Role.RESPONDER)) {
            return refused("silence", operator);
        }
        int critical = bySeverity.getOrDefault(Severity.S1, 0);
        boolean large = total > 0 && count * 100 > total * LARGE_PERCENT;
        boolean lasting = length.compareTo(LONG) > 0;
        if (critical == 0 && !large && !lasting) {
            return null;
        }
        if (confirmed != null && confirmed == count) {
            return null;
        }
        String danger = critical > 0
                ? critical + " of them " + Severity.S1.mark() + " (" + Severity.S1.meaning() + ")"
                : large ? "more than " + LARGE_PERCENT + " % of all " + total : "for longer than 4 h";
        return new ActionResult.Refused(
                "this silences " + count + " alerts, " + danger + "; confirm the count " + count + " to go on", count);
    }

    /** What stands in the way of ending {@code count} silences of which others own some. */
    static ActionResult.@Nullable Refused endOthers(
            String action, Operator operator, int count, boolean own, @Nullable Integer confirmed, String reason) {
        if (!operator.role().atLeast(Role.RESPONDER)) {
            return refused(action, operator);
        }
        if (own || operator.role().atLeast(Role.LEAD)) {
            return null;
        }
        if (confirmed != null && confirmed == count && !reason.isBlank()) {
            return null;
        }
        return new ActionResult.Refused(
                "this ends what somebody else began; a responder confirms the count " + count + " and gives a reason",
                count);
    }
}
