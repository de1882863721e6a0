package io.novacron.oncall.core.action;

import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.SilencePreview;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who may write what, and what needs its count typed (reliability guide §8 and F59). Pure. */
final class RoleGate {

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
     * @param confirmed the count the operator typed, null if none
     */
    static ActionResult.@Nullable Refused silence(
            Operator operator, SilencePreview preview, Duration length, @Nullable Integer confirmed) {
        if (!operator.role().atLeast(Role.RESPONDER)) {
            return refused("silence", operator);
        }
        int count = preview.count();
        String danger = preview.danger(length);
        if (danger.isEmpty() || (confirmed != null && confirmed == count)) {
            return null;
        }
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
