package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends silences now, wherever they are. Blocking. */
public final class ExpireSilence {

    /**
     * Which silences to end.
     *
     * @param ids looked for in every cluster
     * @param confirm the count of silences of others, typed by a responder who ends them; null if none was
     * @param reason needed together with {@code confirm}; told wherever it is not empty
     */
    public record Request(List<String> ids, @Nullable Integer confirm, String reason) {

        public Request {
            ids = List.copyOf(ids);
        }
    }

    private final ActionDesk desk;

    public ExpireSilence(ActionDesk desk) {
        this.desk = desk;
    }

    public ActionResult run(Request request) throws InterruptedException {
        HeldSilence.Found found = HeldSilence.find(desk, request.ids());
        if (!found.missing().isEmpty()) {
            return new ActionResult.Invalid(found.missing());
        }
        Collection<HeldSilence> held = found.byId().values();
        int others =
                (int) held.stream().filter(one -> ofOthers(desk, one.silence())).count();
        ActionResult.Refused refused = RoleGate.endOthers(
                "expire silences", desk.operator(), others, others == 0, request.confirm(), request.reason());
        if (refused != null) {
            return refused;
        }
        List<Ladder> ladders = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (HeldSilence one : held) {
            if (done.add(one.silence().id())) {
                ladders.add(end(one, one.silence(), request.reason()));
            }
            for (Silence twin : one.twins()) {
                if (done.add(twin.id())) {
                    ladders.add(end(one, twin, request.reason()));
                }
            }
        }
        return new ActionResult.Tried(ladders);
    }

    /** An acknowledgement is given back: what it withheld must be told. */
    private Ladder end(HeldSilence held, Silence silence, String reason) throws InterruptedException {
        ClusterDesk cluster = held.cluster();
        AckReturn.Held ack = AckReturn.held(desk, cluster, held.now(), silence);
        if (ack != null) {
            return new AckReturn(desk, reason).end(ack);
        }
        String id = silence.id();
        Climb climb = desk.climb("expire silence " + id, cluster, List.of(), reason);
        climb.silence(id);
        if (silence.state() == SilenceState.EXPIRED) {
            return climb.end(Outcome.EFFECTIVE, "had expired at " + silence.endsAt());
        }
        return climb.finish(() -> {
            String why = new SilenceEnder(desk, cluster).end(id, climb);
            if (!why.isEmpty()) {
                return climb.end(Outcome.FAILED, why);
            }
            String ended = "ended, " + climb.detail(Step.REPLICATED);
            climb.reach(Step.EFFECTIVE, ended);
            return climb.end(Outcome.EFFECTIVE, ended);
        });
    }

    /** What one wrote or joined is one's own (alerts guide §4.3); what has expired is nobody's to end. */
    static boolean ofOthers(ActionDesk desk, Silence silence) {
        String me = AckRecord.ownerName(desk.operator().name());
        if (silence.state() == SilenceState.EXPIRED || silence.createdBy().equals(me)) {
            return false;
        }
        AckRecord ack = AckRecord.read(silence);
        return ack == null || !ack.owners().contains(me);
    }
}
