package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a planned silence. What somebody else changed since the operator looked is never overwritten: the ladder then carries
 * the {@link SilenceConflict}, and putting one's own over it is a new edit with theirs as the base. Blocking.
 */
public final class EditSilence {

    /**
     * A change.
     *
     * @param base the silence as the operator saw it; null for the silence as it is now
     */
    public record Request(String id, @Nullable Silence base, SilenceEdit edit, Consent consent) {}

    private final ActionDesk desk;

    public EditSilence(ActionDesk desk) {
        this.desk = desk;
    }

    public ActionResult run(Request request) throws InterruptedException {
        HeldSilence.Found found = HeldSilence.find(desk, List.of(request.id()));
        HeldSilence held = found.byId().get(request.id());
        if (held == null) {
            return new ActionResult.Invalid(found.missing());
        }
        Silence silence = request.base() == null ? held.silence() : request.base();
        ActionResult.Invalid ack = acknowledgement(silence);
        if (ack != null) {
            return ack;
        }
        Instant now = desk.clock().now();
        Silence wanted = request.edit().of(silence, now);
        String comment = request.edit().comment();
        if (wanted.comment().isBlank() || (comment != null && comment.isBlank())) {
            return new ActionResult.Invalid("a silence needs a comment that says why");
        }
        if (request.edit().endsBy(now)) {
            return new ActionResult.Invalid("a silence must end later than now; to end it now, expire it");
        }
        Duration length = length(wanted, now);
        SilencePreview preview;
        try {
            preview = SilenceRules.preview(wanted.matchers(), held.alerts());
        } catch (MatcherSyntaxException e) {
            return new ActionResult.Invalid(e.text());
        }
        ActionResult.Refused refused = RoleGate.silence(desk.operator(), preview, length, request.consent());
        if (refused != null) {
            return refused;
        }
        refused = takesFromOthers(silence, request, preview, length);
        if (refused != null) {
            return refused;
        }
        boolean broken = RoleGate.breaksGlass(desk.operator(), preview.breakGlass(length));
        String reason = broken ? request.consent().reason() : "";
        // what says the same on another side of a split is another silence, of which the operator saw nothing
        return new ActionResult.Tried(held.change(
                desk,
                "edit",
                there -> new SilenceChanger.Wish(
                        there.id().equals(silence.id()) ? silence : there, true, request.edit(), reason)));
    }

    /** What ends sooner takes from somebody else what expiring it would take. */
    private ActionResult.@Nullable Refused takesFromOthers(
            Silence there, Request request, SilencePreview wanted, Duration length) {
        if (!ExpireSilence.ofOthers(desk, there)) {
            return null;
        }
        boolean sooner = request.edit().of(there, desk.clock().now()).endsAt().isBefore(there.endsAt());
        boolean typed =
                !wanted.danger(length).isEmpty() || !wanted.breakGlass(length).isEmpty();
        return RoleGate.endOthers(
                "shorten silences",
                desk.operator(),
                typed ? wanted.count() : 1,
                !sooner,
                request.consent().count(),
                request.consent().reason());
    }

    /** An acknowledgement has a record of its own that would then say something else; null for a planned silence. */
    static ActionResult.@Nullable Invalid acknowledgement(Silence silence) {
        return AckRecord.read(silence) == null
                ? null
                : new ActionResult.Invalid("silence " + silence.id()
                        + " is an acknowledgement; give it back, or acknowledge again with another reason or length");
    }

    /** How long it is in force from now on; one that is yet to begin, from then on. */
    static Duration length(Silence silence, Instant now) {
        Instant from = silence.startsAt().isAfter(now) ? silence.startsAt() : now;
        return Duration.between(from, silence.endsAt());
    }
}
