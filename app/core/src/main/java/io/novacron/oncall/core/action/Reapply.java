package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.settings.Role;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceNote;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceRules;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceTag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a silence back that its members have lost, to the same end and under the UUID of the same intent, so that the two are
 * known as one should the lost one return (reliability guide F54, F55). What it hits may be another thing than it was, so a
 * planned silence passes the rules of a new one. Blocking.
 */
public final class Reapply {

    /**
     * What to put back.
     *
     * @param consent what the operator typed to go on
     */
    public record Request(Vanished vanished, Consent consent) {}

    private final ActionDesk desk;

    public Reapply(ActionDesk desk) {
        this.desk = desk;
    }

    public ActionResult run(Request request) throws InterruptedException {
        Vanished vanished = request.vanished();
        SilenceSpec spec = vanished.spec();
        ClusterDesk cluster = desk.cluster(vanished.cluster());
        if (cluster == null) {
            return new ActionResult.Invalid("no Alertmanager cluster " + vanished.cluster() + " is configured");
        }
        ClusterAnswer now = desk.read(cluster);
        if (now.members().isEmpty()) {
            return new ActionResult.Invalid(ActionDesk.silentSentence(now));
        }
        Matching matching;
        ActionResult.Refused refused;
        try {
            matching = Matching.of(spec.matchers());
            SilencePreview preview =
                    SilenceRules.preview(spec.matchers(), desk.board(now).alerts());
            Instant from = desk.clock().now();
            refused = vanished.ack() == null
                    ? RoleGate.silence(
                            desk.operator(), preview, Duration.between(from, spec.endsAt()), request.consent())
                    : desk.operator().role().atLeast(Role.RESPONDER)
                            ? null
                            : RoleGate.refused("put an acknowledgement back", desk.operator());
        } catch (MatcherSyntaxException e) {
            return new ActionResult.Invalid(Matcher.toText(spec.matchers()) + ": " + e.text());
        }
        if (refused != null) {
            return refused;
        }
        List<ClusterPart> parts = ClusterPart.of(cluster, now);
        boolean lost = parts.stream().anyMatch(part -> vanished.back(part.now()) == null);
        if (lost && !vanished.missed(desk.board(now))) {
            return new ActionResult.Invalid(
                    "what it was made for does not fire any more, or fires anew; acknowledge the alert as it is now");
        }
        List<Ladder> ladders = new ArrayList<>();
        for (ClusterPart part : parts) {
            boolean first = ladders.isEmpty();
            Climb climb = first
                    ? Climb.again(desk, vanished.action().id(SilenceTag.id(spec)))
                    : desk.climb("put a silence back", part.desk(), List.of());
            ladders.add(climb.finish(() -> {
                Silence back = vanished.back(part.now());
                if (back != null) {
                    climb.silence(back.id());
                    return climb.end(Outcome.EFFECTIVE, "silence " + back.id() + " is listed again");
                }
                SilenceWriter writer = new SilenceWriter(desk, part.desk());
                return writer.prove(
                        writer.write(probe -> again(first ? spec : twin(spec, climb.id())), climb),
                        matching::matches,
                        List.of(),
                        climb);
            }));
        }
        return new ActionResult.Tried(ladders);
    }

    private static SilenceSpec again(SilenceSpec spec) {
        return new SilenceSpec(
                "",
                spec.matchers(),
                Instant.EPOCH,
                spec.endsAt(),
                spec.createdBy(),
                spec.comment(),
                spec.annotations());
    }

    /** The same for another side of a split, with a UUID of its own. */
    private static SilenceSpec twin(SilenceSpec spec, String uuid) {
        String intent = SilenceTag.intent(spec);
        boolean planned = "silence".equals(spec.annotations().get(SilenceNote.KIND));
        Map<String, String> annotations = new HashMap<>(spec.annotations());
        annotations.replace(SilenceNote.ID, uuid);
        if (planned) {
            annotations.put(SilenceNote.TWIN_OF, intent);
        }
        return new SilenceSpec(
                spec.id(),
                spec.matchers(),
                spec.startsAt(),
                spec.endsAt(),
                spec.createdBy(),
                spec.comment().replace(SilenceTag.id(spec), uuid),
                annotations);
    }
}
