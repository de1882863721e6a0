package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceNote;
import io.novacron.oncall.core.silence.SilenceTag;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a silence that has ended again, as a new one that names the old. Blocking. */
public final class RecreateSilence {

    /**
     * Which one.
     *
     * @param id of a silence that has ended and that the servers still list (five days by default)
     * @param length from the server's now
     * @param comment why; empty for the comment it had
     */
    public record Request(String id, Duration length, String comment, Consent consent) {}

    private final ActionDesk desk;

    public RecreateSilence(ActionDesk desk) {
        this.desk = desk;
    }

    public ActionResult run(Request request) throws InterruptedException {
        HeldSilence.Found found = HeldSilence.find(desk, List.of(request.id()));
        HeldSilence held = found.byId().get(request.id());
        if (held == null) {
            return new ActionResult.Invalid(found.missing());
        }
        Silence old = held.silence();
        if (SilenceChanger.lives(old)) {
            return new ActionResult.Invalid("silence " + old.id() + " has not ended; extend it instead");
        }
        if (AckRecord.read(old) != null) {
            return new ActionResult.Invalid(
                    "silence " + old.id() + " was an acknowledgement; acknowledge the alert again instead");
        }
        return new CreateSilence(desk)
                .run(new CreateSilence.Request(
                        held.cluster().cluster(),
                        old.matchers(),
                        request.length(),
                        null,
                        request.comment().isBlank() ? SilenceTag.reason(old.comment()) : request.comment(),
                        annotations(old),
                        request.consent()));
    }

    /** What the new silence keeps of the old: annotations of other tools, and where it comes from; a reason to break the glass counted for the old one only. */
    public static Map<String, String> annotations(Silence old) {
        Map<String, String> annotations = new HashMap<>(old.annotations());
        annotations.remove(SilenceNote.BREAK_GLASS);
        annotations.remove(SilenceNote.EDITED_BY);
        annotations.remove(SilenceNote.MAINTENANCE);
        annotations.remove(SilenceNote.TWIN_OF);
        annotations.put(SilenceNote.FROM, old.id());
        return annotations;
    }
}
