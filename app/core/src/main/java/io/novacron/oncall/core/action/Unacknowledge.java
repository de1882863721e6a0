package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceWriter.NotWritten;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.alert.ClusterSilence;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAnswer;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import io.novacron.oncall.core.source.SilenceSink.ResolvedAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
            String next = resolved.isEmpty() ? "pages again as its route says" : rearm(held, resolved, climb);
            String detail = climb.detail(Step.REPLICATED) + "; " + next;
            climb.reach(Step.EFFECTIVE, detail);
            return climb.end(Outcome.EFFECTIVE, detail);
        });
    }

    private static String subject(Held held) {
        String name = held.silence().matchers().stream()
                .filter(matcher -> matcher.name().equals("alertname"))
                .map(Matcher::value)
                .findFirst()
                .orElse(held.silence().id());
        return held.keys().size() == 1 ? name : name + " and others";
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

    private String rearm(Held held, List<String> resolved, Climb climb) throws InterruptedException {
        if (!held.cluster().rearm()) {
            return "resolved meanwhile; a re-fire pages only after the repeat interval, since rearm is off";
        }
        Instant written = held.silence().startsAt();
        for (MemberAnswer member : held.now().members()) {
            if (member.startedAt().isAfter(written)) {
                return "resolved meanwhile; " + member.member()
                        + " was restarted since, so no end notice is sent and a re-fire may page late";
            }
        }
        Instant now;
        try {
            now = earliest(new SilenceWriter(desk, held.cluster()).ready().values());
        } catch (NotWritten notWritten) {
            return "resolved meanwhile; no end notice is sent: " + notWritten.getMessage();
        }
        for (String fingerprint : resolved) {
            ResolvedAlert end = ended(held, fingerprint, now);
            if (end == null) {
                return "resolved meanwhile; its labels are not in the silence, so no end notice is sent";
            }
            for (Fetched<Boolean> answer : desk.each(
                            held.cluster(), member -> held.cluster().sink().resolve(member, end))
                    .values()) {
                if (answer instanceof Fetched.Failure<Boolean> failure) {
                    return "resolved meanwhile; the end notice was not taken: "
                            + failure.error().sentence();
                }
            }
        }
        climb.rearmed();
        return "resolved meanwhile; end notice sent, the next firing pages";
    }

    /** Labels from the matchers; null where they do not give this fingerprint. Annotations are not known any more. */
    private static @Nullable ResolvedAlert ended(Held held, String fingerprint, Instant now) {
        Map<String, String> labels = new TreeMap<>();
        held.silence().matchers().stream()
                .filter(matcher ->
                        matcher.op() == Matcher.Op.EQUAL && !matcher.value().isEmpty())
                .forEach(matcher -> labels.put(matcher.name(), matcher.value()));
        Labels all = Labels.of(labels);
        Instant start = held.ack().keys().get(fingerprint);
        if (!all.fingerprint().equals(fingerprint) || start == null) {
            return null;
        }
        return new ResolvedAlert(all, Map.of(), start, now);
    }

    /** An end that lies in a member's future would make the alert fire there until then. */
    private static Instant earliest(Collection<Probe> probes) {
        return probes.stream()
                .map(Probe::serverTime)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
