package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceWriter.Accepted;
import io.novacron.oncall.core.action.SilenceWriter.NotWritten;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds a name to an acknowledgement that is there. The server has no compare-and-set: two who join at once both read back
 * well and one name is lost, so it is looked for on every member a second later and added again (alerts guide §4.3).
 */
final class JoinAck {

    private static final Duration GOSSIP = Duration.ofSeconds(1);
    private static final int TRIES = 3;

    private final ActionDesk desk;
    private final ClusterDesk cluster;
    private final String owner;

    JoinAck(ActionDesk desk, ClusterDesk cluster) {
        this.desk = desk;
        this.cluster = cluster;
        this.owner = AckRecord.ownerName(desk.operator().name());
    }

    Ladder run(Alert alert, Duration hold) throws InterruptedException {
        Climb climb = desk.climb("join the acknowledgement of " + alert.name(), cluster, List.of(alert.key()));
        String id = Objects.requireNonNull(alert.ack()).silenceId();
        climb.silence(id);
        return join(id, alert, hold, climb);
    }

    /**
     * Two first acknowledgements at once make two silences: the author of the larger id joins the smaller one and ends its
     * own.
     */
    Ladder settle(Ladder proved, Alert alert, Climb climb) throws InterruptedException {
        if (proved.outcome() != Outcome.EFFECTIVE) {
            return proved;
        }
        desk.clock().sleep(GOSSIP);
        ClusterAnswer now = desk.read(cluster);
        String smaller = ActionDesk.board(now).silences().stream()
                .map(held -> held.silence())
                .filter(silence -> silence.active() && names(silence, alert))
                .map(Silence::id)
                .min(String::compareTo)
                .orElse(proved.silenceId());
        if (smaller.compareTo(proved.silenceId()) >= 0) {
            return proved;
        }
        climb.note("acknowledged by somebody else at the same moment, joining");
        Ladder joined = join(smaller, alert, Acknowledge.DEFAULT_HOLD, climb);
        if (joined.outcome() != Outcome.EFFECTIVE) {
            return joined;
        }
        String left = new SilenceEnder(desk, cluster).end(proved.silenceId(), climb);
        climb.silence(smaller);
        return left.isEmpty() ? climb.end(Outcome.EFFECTIVE, joined.detail()) : climb.end(Outcome.ACCEPTED, left);
    }

    private static boolean names(Silence silence, Alert alert) {
        AckRecord ack = AckRecord.read(silence);
        return ack != null
                && !ack.foreign()
                && ack.keys().containsKey(alert.key().fingerprint());
    }

    private Ladder join(String id, Alert alert, Duration hold, Climb climb) throws InterruptedException {
        SilenceWriter writer = new SilenceWriter(desk, cluster);
        try {
            String current = id;
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Map<String, Probe> ready = writer.ready();
                Held held = held(ready, current);
                if (held == null) {
                    return climb.end(Outcome.FAILED, "the acknowledgement " + current + " has ended meanwhile");
                }
                Accepted accepted = post(held, hold, climb);
                current = accepted.silenceId();
                desk.clock().sleep(GOSSIP);
                if (everywhere(current)) {
                    AckPlan plan = new AckPlan(held.silence().matchers(), List.of());
                    return writer.prove(
                            accepted, plan::hits, List.of(alert.key().fingerprint()), climb);
                }
                climb.note("another member does not list " + owner + " yet, adding the name again");
            }
            return climb.end(Outcome.FAILED, "the name " + owner + " was overwritten " + TRIES + " times; try again");
        } catch (NotWritten notWritten) {
            return notWritten.end(climb);
        }
    }

    private record Held(String member, Probe probe, Silence silence) {}

    private @Nullable Held held(Map<String, Probe> ready, String id) {
        for (Map.Entry<String, Probe> member : ready.entrySet()) {
            if (cluster.sink().silence(member.getKey(), id) instanceof Fetched.Answer<Silence> answer
                    && answer.value().active()) {
                return new Held(member.getKey(), member.getValue(), answer.value());
            }
        }
        return null;
    }

    private Accepted post(Held held, Duration hold, Climb climb) throws NotWritten {
        Silence silence = held.silence();
        AckRecord before = AckRecord.read(silence);
        if (before == null || silence.matchers().isEmpty()) {
            throw new NotWritten(Outcome.FAILED, "silence " + silence.id() + " is no acknowledgement any more");
        }
        AckRecord after = before.joinedBy(owner);
        Instant wanted = held.probe().serverTime().plus(hold);
        Instant until = wanted.isAfter(silence.endsAt()) ? wanted : silence.endsAt();
        if (after.equals(before) && until.equals(silence.endsAt())) {
            climb.reach(Step.ACCEPTED, held.member() + ", " + silence.id() + ", yours already");
            return new Accepted(held.member(), silence.id());
        }
        boolean annotated = !silence.annotations().isEmpty();
        Map<String, String> annotations = new HashMap<>(silence.annotations());
        if (annotated) {
            annotations.putAll(after.annotations());
        }
        SilenceSpec spec = new SilenceSpec(
                silence.id(),
                silence.matchers(),
                silence.startsAt(),
                until,
                silence.createdBy(),
                annotated ? after.annotatedComment() : after.plainComment(until),
                annotations);
        return switch (cluster.sink().post(held.member(), spec)) {
            case Fetched.Answer<String> answer -> {
                climb.silence(answer.value());
                climb.reach(Step.ACCEPTED, held.member() + ", " + answer.value());
                yield new Accepted(held.member(), answer.value());
            }
            case Fetched.Failure<String> failure ->
                throw new NotWritten(
                        failure.error().mayHaveHappened() ? Outcome.UNKNOWN : Outcome.FAILED,
                        failure.error().sentence());
        };
    }

    private boolean everywhere(String id) throws InterruptedException {
        List<Silence> copies = new ArrayList<>();
        for (Fetched<Silence> answer :
                desk.each(cluster, m -> cluster.sink().silence(m, id)).values()) {
            if (answer instanceof Fetched.Answer<Silence> copy) {
                copies.add(copy.value());
            }
        }
        return !copies.isEmpty()
                && copies.stream().allMatch(copy -> {
                    AckRecord ack = AckRecord.read(copy);
                    return ack != null && ack.owners().contains(owner);
                });
    }
}
