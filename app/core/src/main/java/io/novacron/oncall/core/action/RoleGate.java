package io.novacron.oncall.core.action;

import io.novacron.oncall.core.settings.Operator;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceWarning;
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

    /** What stands in the way of a silence, null for nothing. One of exclusions alone nobody can confirm (alerts guide S7). */
    static ActionResult.@Nullable Refused silence(
            Operator operator, SilencePreview preview, Duration length, Consent consent) {
        if (operator.role().atLeast(Role.RESPONDER) && preview.warns(SilenceWarning.Code.NEGATIVE_ONLY)) {
            return new ActionResult.Refused(
                    "this silences " + alerts(preview.count())
                            + " and says only which ones it spares; say what it is about with at least one matcher"
                            + " with = or =~",
                    null);
        }
        return silences(operator, preview.count(), preview.danger(length), preview.breakGlass(length), consent);
    }

    /**
     * What stands in the way of silences that hit {@code count} alerts together, null for nothing.
     *
     * @param danger why the count must be typed, whoever asks; empty where it need not
     * @param breakGlass why a responder gives a reason as well; empty where none is needed
     */
    static ActionResult.@Nullable Refused silences(
            Operator operator, int count, String danger, String breakGlass, Consent consent) {
        if (!operator.role().atLeast(Role.RESPONDER)) {
            return refused("silence", operator);
        }
        boolean typed = consent.count() != null && consent.count() == count;
        if (!breakGlass.isEmpty() && !operator.role().atLeast(Role.LEAD)) {
            return typed && !consent.reason().isBlank()
                    ? null
                    : new ActionResult.Refused(
                            "this silences " + alerts(count) + ", " + breakGlass
                                    + ", which is a lead's to decide; a responder breaks the glass: confirm the count "
                                    + count + " and give a reason, which every console will show",
                            count);
        }
        if (danger.isEmpty() || typed) {
            return null;
        }
        return new ActionResult.Refused(
                "this silences " + alerts(count) + ", " + danger + "; confirm the count " + count + " to go on", count);
    }

    private static String alerts(int count) {
        return count == 1 ? "1 alert" : count + " alerts";
    }

    /** True where this operator may do it only by breaking the glass. */
    static boolean breaksGlass(Operator operator, String breakGlass) {
        return !breakGlass.isEmpty() && !operator.role().atLeast(Role.LEAD);
    }

    /** The comment of a silence on a server that keeps no annotations: the reason for breaking the glass stands in it. */
    static String told(String comment, String reason) {
        return reason.isBlank() || comment.contains(reason.strip())
                ? comment
                : comment.strip() + " (beyond the role: " + reason.strip() + ")";
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
