package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes silences end so long from now, by the server's clock; earlier than they would where that is sooner. One that has ended
 * is refused, since the server would make a second one of it (alerts guide S2). Blocking.
 */
public final class ExtendSilence {

    /**
     * Which silences, and until when.
     *
     * @param length from the server's now
     * @param consent the count is that of the alerts that all of them hit together
     */
    public record Request(List<String> ids, Duration length, Consent consent) {

        public Request {
            ids = ids.stream().distinct().toList();
        }
    }

    private final ActionDesk desk;

    public ExtendSilence(ActionDesk desk) {
        this.desk = desk;
    }

    /** One ladder for each silence, in the order asked; for each side of a split one. */
    public ActionResult run(Request request) throws InterruptedException {
        if (!request.length().isPositive()) {
            return new ActionResult.Invalid("a silence must end later than now");
        }
        HeldSilence.Found found = HeldSilence.find(desk, request.ids());
        if (!found.missing().isEmpty()) {
            return new ActionResult.Invalid(found.missing());
        }
        for (HeldSilence held : found.byId().values()) {
            ActionResult.Invalid ack = EditSilence.acknowledgement(held.silence());
            if (ack != null) {
                return ack;
            }
        }
        SilenceEdit edit = SilenceEdit.extend(request.length());
        Reach reach;
        try {
            reach = reach(found.byId().values(), edit);
        } catch (MatcherSyntaxException e) {
            return new ActionResult.Invalid(e.text());
        }
        ActionResult.Refused refused = RoleGate.silences(
                desk.operator(), reach.count(), reach.danger(), reach.breakGlass(), request.consent());
        if (refused != null) {
            return refused;
        }
        refused = endsOthers(found.byId().values(), edit, reach, request.consent());
        if (refused != null) {
            return refused;
        }
        boolean broken = RoleGate.breaksGlass(desk.operator(), reach.breakGlass());
        List<Ladder> ladders = new ArrayList<>();
        Set<String> done = new HashSet<>(); // with a silence of one side that of the other
        for (HeldSilence held : found.byId().values()) {
            if (!done.contains(held.silence().id())) {
                held.sides().stream()
                        .map(HeldSilence.Side::silence)
                        .filter(Objects::nonNull)
                        .forEach(there -> done.add(there.id()));
                String reason = broken ? request.consent().reason() : "";
                ladders.addAll(
                        held.change(desk, "extend", there -> new SilenceChanger.Wish(there, false, edit, reason)));
            }
        }
        return new ActionResult.Tried(ladders);
    }

    /** An end that comes sooner takes from somebody else what expiring it would take. */
    private ActionResult.@Nullable Refused endsOthers(
            Collection<HeldSilence> silences, SilenceEdit edit, Reach reach, Consent consent) {
        Instant now = desk.clock().now();
        int sooner = (int) silences.stream()
                .map(HeldSilence::silence)
                .filter(silence -> ExpireSilence.ofOthers(desk, silence))
                .filter(silence -> edit.of(silence, now).endsAt().isBefore(silence.endsAt()))
                .count();
        // one count is typed, and that of the alerts where it is asked for
        boolean typed = !reach.danger().isEmpty() || !reach.breakGlass().isEmpty();
        return RoleGate.endOthers(
                "shorten silences",
                desk.operator(),
                typed ? reach.count() : sooner,
                sooner == 0,
                consent.count(),
                consent.reason());
    }

    /** What all of them hit together, and why that is dangerous. */
    private record Reach(int count, String danger, String breakGlass) {}

    private Reach reach(Collection<HeldSilence> silences, SilenceEdit edit) throws MatcherSyntaxException {
        Instant now = desk.clock().now();
        Set<AlertKey> hit = new HashSet<>();
        String danger = "";
        String breakGlass = "";
        for (HeldSilence held : silences) {
            Silence silence = held.silence();
            if (!SilenceChanger.lives(silence)) {
                continue;
            }
            List<Alert> alerts = held.alerts();
            SilencePreview preview = SilenceRules.preview(silence.matchers(), alerts);
            Duration length = EditSilence.length(edit.of(silence, now), now);
            hit.addAll(preview.matches());
            danger = danger.isEmpty() ? preview.danger(length) : danger;
            breakGlass = breakGlass.isEmpty() ? preview.breakGlass(length) : breakGlass;
        }
        return new Reach(hit.size(), danger, breakGlass);
    }
}
