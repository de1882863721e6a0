package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceWarning;
import java.time.Duration;
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
     * @param confirmed the count the operator typed, null if none
     */
    static ActionResult.@Nullable Refused silence(
            Operator operator, SilencePreview preview, Duration length, @Nullable Integer confirmed) {
        if (!operator.role().atLeast(Role.RESPONDER)) {
            return refused("silence", operator);
        }
        int count = preview.count();
        String danger = danger(preview, length);
        if (danger.isEmpty() || (confirmed != null && confirmed == count)) {
            return null;
        }
        return new ActionResult.Refused(
                "this silences " + count + " alerts, " + danger + "; confirm the count " + count + " to go on", count);
    }

    /** Why a silence needs its count typed; empty where it does not. */
    private static String danger(SilencePreview preview, Duration length) {
        int critical = preview.bySeverity().getOrDefault(Severity.S1, 0);
        if (critical > 0) {
            return critical + " of them " + Severity.S1.mark() + " (" + Severity.S1.meaning() + ")";
        }
        if (preview.warns(SilenceWarning.Code.MATCHES_EVERYTHING)) {
            return "all there are";
        }
        if (preview.percent() > LARGE_PERCENT) {
            return "more than " + LARGE_PERCENT + " % of all " + preview.of();
        }
        return length.compareTo(LONG) > 0 ? "for longer than 4 h" : "";
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
