package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Silence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a firing back: every silence that acknowledges it ends, on every member. Where the firing has resolved under the
 * acknowledgement, its withheld end notice is sent, since without it the next firing would page nobody before the repeat
 * interval (alerts guide §4.6). Blocking.
 */
public final class Unacknowledge {

    /**
     * What is to be given back.
     *
     * @param confirm the count of acknowledgements of others, typed by a responder who ends them; null if none was
     * @param reason needed together with {@code confirm}
     */
    public record Request(List<AlertKey> keys, @Nullable Integer confirm, String reason) {

        public Request {
            keys = List.copyOf(keys);
        }
    }

    private record Held(ClusterDesk cluster, ClusterAnswer now, Silence silence, AckRecord ack, List<AlertKey> keys) {}

    private final ActionDesk desk;

    public Unacknowledge(ActionDesk desk) {
        this.desk = desk;
    }

    public ActionResult run(Request request) throws InterruptedException {
        List<Ladder> ladders = new ArrayList<>();
        Map<String, Held> held = new LinkedHashMap<>();
        for (AlertKey key : request.keys()) {
            ClusterDesk cluster = desk.cluster(key.cluster());
            if (cluster == null) {
                return new ActionResult.Invalid("no Alertmanager cluster " + key.cluster() + " is configured");
            }
            ClusterAnswer now = desk.read(cluster);
            List<Held> found = find(cluster, now, key);
            if (found.isEmpty()) {
                ladders.add(desk.climb("un-acknowledge " + key.fingerprint(), cluster, List.of(key))
                        .end(
                                Outcome.FAILED,
                                now.members().isEmpty()
                                        ? ActionDesk.silentSentence(now)
                                        : "nobody has acknowledged " + key.fingerprint() + " in " + key.cluster()));
            }
            found.forEach(one -> held.putIfAbsent(key.cluster() + one.silence().id(), one));
        }
        String me = AckRecord.ownerName(desk.operator().name());
        int others = (int) held.values().stream()
                .filter(one -> !one.ack().owners().contains(me))
                .count();
        ActionResult.Refused refused = RoleGate.endOthers(
                "un-acknowledge", desk.operator(), others, others == 0, request.confirm(), request.reason());
        if (refused != null) {
            return refused;
        }
        for (Held one : held.values()) {
            ladders.add(end(one));
        }
        return new ActionResult.Tried(ladders);
    }

    /** The active silences whose record names this fingerprint, or which quiet it as an acknowledgement of another tool. */
    private static List<Held> find(ClusterDesk cluster, ClusterAnswer now, AlertKey key) {
        AlertBoard board = ActionDesk.board(now);
        Alert alert = board.alert(key);
        List<Held> found = new ArrayList<>();
        for (ClusterSilence merged : board.silences()) {
            Silence silence = merged.silence();
            AckRecord ack = silence.active() ? AckRecord.read(silence) : null;
            if (ack == null) {
                continue;
            }
            boolean foreign =
                    ack.foreign() && alert != null && alert.silencedBy().contains(silence.id());
            if (foreign || ack.keys().containsKey(key.fingerprint())) {
                found.add(new Held(cluster, now, silence, ack, given(ack, key)));
            }
        }
        return found;
    }

    /** All that the silence was made for: with it they all are given back, also those nobody named. */
    private static List<AlertKey> given(AckRecord ack, AlertKey key) {
        return ack.foreign()
                ? List.of(key)
                : ack.keys().keySet().stream()
                        .map(fingerprint -> new AlertKey(key.cluster(), fingerprint))
                        .toList();
    }

    private Ladder end(Held held) throws InterruptedException {
        Climb climb = desk.climb("un-acknowledge " + subject(held), held.cluster(), held.keys());
        String id = held.silence().id();
        climb.silence(id);
        return climb.finish(() -> {
            String why = new SilenceEnder(desk, held.cluster()).end(id, climb);
            if (!why.isEmpty()) {
                return climb.end(Outcome.FAILED, why);
            }
            List<String> resolved = resolvedKeys(held);
            String next =
                    resolved.isEmpty() ? late(held, climb) : "resolved meanwhile; " + rearm(held, resolved, climb);
            String detail = climb.detail(Step.REPLICATED) + "; " + next;
            climb.reach(Step.EFFECTIVE, detail);
            return climb.end(Outcome.EFFECTIVE, detail);
        });
    }

    private static String subject(Held held) {
        String name = AckRewrite.subject(held.silence());
        return held.keys().size() == 1 ? name : name + " and others";
    }

    private String rearm(Held held, List<String> resolved, Climb climb) throws InterruptedException {
        String why =
                new Rearm(desk, held.cluster()).send(held.now(), held.silence(), held.ack(), resolved, Map.of(), climb);
        if (!why.isEmpty()) {
            return why + "; if it fires again, " + late(held, climb);
        }
        climb.rearmed();
        return "end notice sent, the next firing pages";
    }

    /** When the next page comes, since giving back sends none (alerts guide §4.6). */
    private String late(Held held, Climb climb) {
        AlertBoard board = ActionDesk.board(held.now());
        List<Labels> alerts = held.keys().stream()
                .map(board::alert)
                .map(alert -> alert == null ? Rearm.fromMatchers(held.silence().matchers()) : alert.labels())
                .toList();
        NextPage next = NextPage.of(
                board, held.cluster().cluster(), alerts, desk.clock().now());
        climb.nextPage(next.notBefore());
        return next.words();
    }

    /** Fingerprints of the record that no member lists any more, provided that every member answered. */
    private static List<String> resolvedKeys(Held held) {
        if (!held.now().silent().isEmpty()) {
            return List.of();
        }
        AlertBoard board = ActionDesk.board(held.now());
        return held.ack().keys().keySet().stream()
                .filter(fingerprint -> board.withFingerprint(fingerprint).isEmpty())
                .toList();
    }
}
