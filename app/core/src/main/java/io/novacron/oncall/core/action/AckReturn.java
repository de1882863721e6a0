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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a person ends an acknowledgement, by whatever name it was asked for. Where the firing has resolved
 * under it, its withheld end notice is sent, since without it the next firing would page nobody before the repeat interval;
 * else it is said when the next page comes (alerts guide §4.6). Blocking.
 */
final class AckReturn {

    private final ActionDesk desk;
    private final String reason;

    /** @param reason as it was typed; may be empty */
    AckReturn(ActionDesk desk, String reason) {
        this.desk = desk;
        this.reason = reason;
    }

    /**
     * An acknowledgement in force.
     *
     * @param now its cluster as it was read
     * @param keys all that it was made for: with it they all are given back, also those nobody named
     */
    record Held(ClusterDesk cluster, ClusterAnswer now, Silence silence, AckRecord ack, List<AlertKey> keys) {

        boolean of(String owner) {
            return ack.owners().contains(owner);
        }

        private String subject() {
            String name = AckRewrite.subject(silence);
            return keys.size() == 1 ? name : name + " and others";
        }
    }

    /** The active silences whose record names this fingerprint, or which quiet it as an acknowledgement of another tool. */
    static List<Held> find(ActionDesk desk, ClusterDesk cluster, ClusterAnswer now, AlertKey key) {
        AlertBoard board = desk.board(now);
        Alert alert = board.alert(key);
        List<Held> found = new ArrayList<>();
        for (ClusterSilence merged : board.silences()) {
            Silence silence = merged.silence();
            Held one = held(desk, cluster, now, silence);
            boolean quiets = alert != null && alert.silencedBy().contains(silence.id());
            if (one != null && (one.ack().foreign() ? quiets : one.ack().keys().containsKey(key.fingerprint()))) {
                found.add(one);
            }
        }
        return found;
    }

    /** The acknowledgement that this silence is; null where it is none, or not in force. */
    static @Nullable Held held(ActionDesk desk, ClusterDesk cluster, ClusterAnswer now, Silence silence) {
        AckRecord ack = silence.active() ? AckRecord.read(silence) : null;
        if (ack == null) {
            return null;
        }
        List<AlertKey> keys = ack.foreign()
                ? desk.board(now).alerts().stream()
                        .filter(alert -> alert.silencedBy().contains(silence.id()))
                        .map(Alert::key)
                        .toList()
                : ack.keys().keySet().stream()
                        .map(fingerprint -> new AlertKey(cluster.cluster(), fingerprint))
                        .toList();
        return new Held(cluster, now, silence, ack, keys);
    }

    Ladder end(Held held) throws InterruptedException {
        Climb climb = desk.climb("un-acknowledge " + held.subject(), held.cluster(), held.keys(), reason);
        String id = held.silence().id();
        climb.silence(id);
        return climb.finish(() -> {
            String why = new SilenceEnder(desk, held.cluster()).end(id, climb);
            if (!why.isEmpty()) {
                return climb.end(Outcome.FAILED, why);
            }
            List<String> resolved = resolvedKeys(held);
            String next = resolved.isEmpty() ? late(held, held.keys(), climb) : resolved(held, resolved, climb);
            String detail = climb.detail(Step.REPLICATED) + "; " + next;
            climb.reach(Step.EFFECTIVE, detail);
            return climb.end(Outcome.EFFECTIVE, detail);
        });
    }

    /** Those that fire on page by another time than those that have resolved. */
    private String resolved(Held held, List<String> resolved, Climb climb) throws InterruptedException {
        List<AlertKey> firing = held.keys().stream()
                .filter(key -> !resolved.contains(key.fingerprint()))
                .toList();
        String ended = rearm(held, resolved, climb);
        return firing.isEmpty()
                ? "resolved meanwhile; " + ended
                : resolved.size() + " of " + held.keys().size() + " resolved meanwhile; " + ended
                        + "; of what fires on, " + late(held, firing, climb);
    }

    private String rearm(Held held, List<String> resolved, Climb climb) throws InterruptedException {
        String why =
                new Rearm(desk, held.cluster()).send(held.now(), held.silence(), held.ack(), resolved, Map.of(), climb);
        if (!why.isEmpty()) {
            return why + "; if it fires again, " + late(held, held.keys(), climb);
        }
        climb.rearmed();
        return "end notice sent, the next firing pages";
    }

    /** When the next page comes, since giving back sends none (alerts guide §4.6). */
    private String late(Held held, List<AlertKey> keys, Climb climb) {
        AlertBoard board = desk.board(held.now());
        List<Labels> alerts = keys.stream()
                .map(board::alert)
                .map(alert -> alert == null ? Rearm.fromMatchers(held.silence().matchers()) : alert.labels())
                .toList();
        NextPage next = NextPage.of(
                board, held.cluster().cluster(), alerts, desk.clock().now());
        climb.nextPage(next.notBefore());
        return next.words();
    }

    /** Fingerprints of the record that no member lists any more, provided that every member answered. */
    private List<String> resolvedKeys(Held held) {
        if (!held.now().silent().isEmpty()) {
            return List.of();
        }
        AlertBoard board = desk.board(held.now());
        return held.ack().keys().keySet().stream()
                .filter(fingerprint -> board.withFingerprint(fingerprint).isEmpty())
                .toList();
    }
}
