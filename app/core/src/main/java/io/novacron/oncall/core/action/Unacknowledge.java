package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a firing back: every silence that acknowledges it ends, on every member (alerts guide §4.3). Blocking. */
public final class Unacknowledge {

    /**
     * What is to be given back.
     *
     * @param confirm the count of acknowledgements of others, typed by a responder who ends them; null if none was
     * @param reason needed together with {@code confirm}; told wherever it is not empty
     */
    public record Request(List<AlertKey> keys, @Nullable Integer confirm, String reason) {

        public Request {
            keys = List.copyOf(keys);
        }
    }

    private final ActionDesk desk;

    public Unacknowledge(ActionDesk desk) {
        this.desk = desk;
    }

    public ActionResult run(Request request) throws InterruptedException {
        List<Ladder> ladders = new ArrayList<>();
        Map<String, AckReturn.Held> held = new LinkedHashMap<>();
        for (AlertKey key : request.keys()) {
            ClusterDesk cluster = desk.cluster(key.cluster());
            if (cluster == null) {
                return new ActionResult.Invalid("no Alertmanager cluster " + key.cluster() + " is configured");
            }
            ClusterAnswer now = desk.read(cluster);
            List<AckReturn.Held> found = AckReturn.find(desk, cluster, now, key);
            if (found.isEmpty()) {
                ladders.add(desk.climb("un-acknowledge " + key.fingerprint(), cluster, List.of(key))
                        .end(Outcome.FAILED, nobody(now, key)));
            }
            found.forEach(one -> held.putIfAbsent(key.cluster() + one.silence().id(), one));
        }
        String me = AckRecord.ownerName(desk.operator().name());
        int others = (int) held.values().stream().filter(one -> !one.of(me)).count();
        ActionResult.Refused refused = RoleGate.endOthers(
                "un-acknowledge", desk.operator(), others, others == 0, request.confirm(), request.reason());
        if (refused != null) {
            return refused;
        }
        AckReturn way = new AckReturn(desk, request.reason());
        for (AckReturn.Held one : held.values()) {
            ladders.add(way.end(one));
        }
        return new ActionResult.Tried(ladders);
    }

    /** Why there is nothing to give back. */
    static String nobody(ClusterAnswer now, AlertKey key) {
        return now.members().isEmpty()
                ? ActionDesk.silentSentence(now)
                : "nobody has acknowledged " + key.fingerprint() + " in " + key.cluster();
    }
}
