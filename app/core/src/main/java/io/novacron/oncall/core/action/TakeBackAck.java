package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.settings.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes back that one acknowledged: what one works on alone is given back; from what somebody else works on too only one's own
 * name goes, and it holds on, kept alive as it was. Blocking.
 */
public final class TakeBackAck {

    private final ActionDesk desk;

    public TakeBackAck(ActionDesk desk) {
        this.desk = desk;
    }

    /** One ladder for each acknowledgement that names the operator; for an alert without any, one that says so. */
    public ActionResult run(List<AlertKey> keys) throws InterruptedException {
        if (!desk.operator().role().atLeast(Role.RESPONDER)) {
            return RoleGate.refused("un-acknowledge", desk.operator());
        }
        String me = AckRecord.ownerName(desk.operator().name());
        List<Ladder> ladders = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (AlertKey key : keys) {
            ClusterDesk cluster = desk.cluster(key.cluster());
            if (cluster == null) {
                return new ActionResult.Invalid("no Alertmanager cluster " + key.cluster() + " is configured");
            }
            ClusterAnswer now = desk.read(cluster);
            boolean mine = false;
            for (ClusterPart part : ClusterPart.of(cluster, now)) {
                for (AckReturn.Held one : AckReturn.find(desk, part.desk(), part.now(), key)) {
                    mine |= one.of(me);
                    if (one.of(me)
                            && done.add(part.desk().where() + one.silence().id())) {
                        ladders.add(takeBack(one, me));
                    }
                }
            }
            if (!mine) {
                ladders.add(desk.climb("take back the acknowledgement of " + key.fingerprint(), cluster, List.of(key))
                        .end(
                                Outcome.FAILED,
                                now.members().isEmpty()
                                        ? Unacknowledge.nobody(now, key)
                                        : "you do not work on it any more, so nothing was changed"));
            }
        }
        return new ActionResult.Tried(ladders);
    }

    private Ladder takeBack(AckReturn.Held held, String me) throws InterruptedException {
        AckRecord without = held.ack().without(me);
        return without.owners().isEmpty()
                ? new AckReturn(desk, "").end(held)
                : new AckRewrite(desk, held.cluster())
                        .asked("leave", held.silence(), without, held.silence().endsAt());
    }
}
