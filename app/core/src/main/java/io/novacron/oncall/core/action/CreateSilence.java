package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.silence.SilenceNote;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceRules;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceTag;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a planned silence over labels in one cluster. Blocking. */
public final class CreateSilence {

    /**
     * A silence to make.
     *
     * @param length from the server's now; where {@code until} is given, only how dangerous that is
     * @param until when it ends, whatever our own clock says; null for {@code length} from the server's now
     * @param annotations to keep beside the console's own, where the server keeps any
     * @param consent what the operator typed to go on
     */
    public record Request(
            String cluster,
            List<Matcher> matchers,
            Duration length,
            @Nullable Instant until,
            String comment,
            Map<String, String> annotations,
            Consent consent) {

        public Request {
            matchers = List.copyOf(matchers);
            annotations = Map.copyOf(annotations);
        }

        /** The comment is also the reason for breaking the glass. */
        public Request(
                String cluster,
                List<Matcher> matchers,
                Duration length,
                @Nullable Instant until,
                String comment,
                @Nullable Integer confirm) {
            this(cluster, matchers, length, until, comment, Map.of(), new Consent(confirm, comment));
        }

        /** The comment is also the reason for breaking the glass. */
        public Request(
                String cluster, List<Matcher> matchers, Duration length, String comment, @Nullable Integer confirm) {
            this(cluster, matchers, length, null, comment, confirm);
        }
    }

    private final ActionDesk desk;

    public CreateSilence(ActionDesk desk) {
        this.desk = desk;
    }

    public ActionResult run(Request request) throws InterruptedException {
        ClusterDesk cluster = desk.cluster(request.cluster());
        if (cluster == null) {
            return new ActionResult.Invalid("no Alertmanager cluster " + request.cluster() + " is configured");
        }
        if (request.comment().isBlank()) {
            return new ActionResult.Invalid("a silence needs a comment that says why");
        }
        if (!request.length().isPositive()) {
            return new ActionResult.Invalid("a silence must end later than now");
        }
        Matching matching;
        SilencePreview preview;
        ClusterAnswer now;
        try {
            matching = Matching.of(request.matchers());
            now = desk.read(cluster);
            if (now.members().isEmpty()) {
                return new ActionResult.Tried(List.of(unseen(cluster, request, now)));
            }
            preview = SilenceRules.preview(request.matchers(), desk.board(now).alerts());
        } catch (MatcherSyntaxException e) {
            return new ActionResult.Invalid(Matcher.toText(request.matchers()) + ": " + e.text());
        }
        ActionResult.Refused refused = RoleGate.silence(desk.operator(), preview, request.length(), request.consent());
        if (refused != null) {
            return refused;
        }
        boolean broken = RoleGate.breaksGlass(desk.operator(), preview.breakGlass(request.length()));
        List<Ladder> ladders = new ArrayList<>();
        for (ClusterPart part : ClusterPart.of(cluster, now)) {
            String intent = ladders.isEmpty() ? "" : ladders.getFirst().id();
            ladders.add(write(part.desk(), request, matching, broken, intent));
        }
        return new ActionResult.Tried(ladders);
    }

    /** No alert could be read, so nobody knows what it would hit: that is not a silence which hits nothing. */
    private Ladder unseen(ClusterDesk cluster, Request request, ClusterAnswer now) {
        return climb(cluster, request)
                .end(
                        Outcome.FAILED,
                        "not sent, since what it would hit cannot be counted; " + ActionDesk.silentSentence(now));
    }

    private Climb climb(ClusterDesk cluster, Request request) {
        return desk.climb("silence " + Matcher.toText(request.matchers()), cluster, List.of());
    }

    /** {@code intent} is the first action of several that say the same, one on each side of a split; empty for the first. */
    private Ladder write(ClusterDesk cluster, Request request, Matching matching, boolean broken, String intent)
            throws InterruptedException {
        Climb climb = climb(cluster, request);
        SilenceWriter writer = new SilenceWriter(desk, cluster);
        return climb.finish(() -> writer.prove(
                writer.write(probe -> spec(request, climb.id(), intent, probe, broken), climb),
                matching::matches,
                List.of(),
                climb));
    }

    private SilenceSpec spec(Request request, String uuid, String intent, Probe probe, boolean broken) {
        Instant until = request.until();
        String comment = broken && !probe.annotations()
                ? RoleGate.told(request.comment(), request.consent().reason())
                : request.comment();
        return new SilenceSpec(
                "",
                request.matchers(),
                Instant.EPOCH,
                until == null ? probe.serverTime().plus(request.length()) : until,
                AckRecord.ownerName(desk.operator().name()),
                intent.isEmpty() ? SilenceTag.mark(comment, uuid) : SilenceTag.markTwin(comment, uuid, intent),
                probe.annotations() ? annotations(request, uuid, intent, broken) : Map.of());
    }

    private static Map<String, String> annotations(Request request, String uuid, String intent, boolean broken) {
        Map<String, String> annotations = new HashMap<>(request.annotations());
        annotations.put(SilenceNote.KIND, "silence");
        annotations.put(SilenceNote.ID, uuid);
        if (!intent.isEmpty()) {
            annotations.put(SilenceNote.TWIN_OF, intent);
        }
        if (broken) {
            annotations.put(SilenceNote.BREAK_GLASS, request.consent().reason().strip());
        }
        return annotations;
    }
}
