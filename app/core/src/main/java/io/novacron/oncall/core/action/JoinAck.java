package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceWriter.Accepted;
import io.novacron.oncall.core.action.SilenceWriter.NotWritten;
import io.novacron.oncall.core.alert.Ack;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AckTerm;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import io.novacron.oncall.core.source.SourceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
    private final Acknowledge.Request request;
    private final String owner;

    JoinAck(ActionDesk desk, ClusterDesk cluster, Acknowledge.Request request) {
        this.desk = desk;
        this.cluster = cluster;
        this.request = request;
        this.owner = AckRecord.ownerName(desk.operator().name());
    }

    Ladder run(Alert alert) throws InterruptedException {
        Climb climb = desk.climb("join the acknowledgement of " + alert.name(), cluster, List.of(alert.key()));
        String id = Objects.requireNonNull(alert.ack()).silenceId();
        climb.silence(id);
        return climb.finish(() -> join(id, List.of(alert), climb));
    }

    /**
     * Two first acknowledgements at once make two silences: the author of the larger id joins the smaller one and ends its
     * own, provided that the smaller one counts for each of these firings: one that is left over from an earlier firing, or
     * that hits only some of them, cannot stand in for it.
     */
    Ladder settle(Ladder proved, List<Alert> alerts, Climb climb) throws InterruptedException {
        if (proved.outcome() != Outcome.EFFECTIVE) {
            return proved;
        }
        desk.clock().sleep(GOSSIP);
        String smaller = common(alerts, desk.board(desk.read(cluster)));
        if (smaller.isEmpty() || smaller.compareTo(proved.silenceId()) >= 0) {
            return proved;
        }
        climb.note("acknowledged by somebody else at the same moment, joining");
        Ladder joined = joined(smaller, alerts, climb);
        if (joined == null) {
            climb.silence(proved.silenceId());
            return climb.end(
                    Outcome.EFFECTIVE, proved.detail() + "; the acknowledgement " + smaller + " stands beside it");
        }
        String left = new SilenceEnder(desk, cluster).end(proved.silenceId(), climb);
        climb.silence(smaller);
        return left.isEmpty() ? climb.end(Outcome.EFFECTIVE, joined.detail()) : climb.end(Outcome.ACCEPTED, left);
    }

    /** Null where the name is not proved to be on the other one: one's own acknowledgement holds then as it did. */
    private @Nullable Ladder joined(String id, List<Alert> alerts, Climb climb) throws InterruptedException {
        try {
            Ladder joined = join(id, alerts, climb);
            return joined.outcome() == Outcome.EFFECTIVE ? joined : null;
        } catch (NotWritten notWritten) {
            climb.note(String.valueOf(notWritten.getMessage()));
            return null;
        }
    }

    /** The silence by which all of these firings are acknowledged; empty where there is no such one. */
    private static String common(List<Alert> alerts, AlertBoard board) {
        Set<String> ids = new TreeSet<>();
        for (Alert alert : alerts) {
            Alert now = board.alert(alert.key());
            Ack ack = now == null ? null : now.ack();
            ids.add(ack == null || ack.foreign() ? "" : ack.silenceId());
        }
        return ids.size() == 1 ? ids.iterator().next() : "";
    }

    private Ladder join(String id, List<Alert> alerts, Climb climb) throws InterruptedException, NotWritten {
        SilenceWriter writer = new SilenceWriter(desk, cluster);
        String current = id;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Held held = held(writer.ready(), current);
            Accepted accepted = post(held, climb);
            current = accepted.silenceId();
            desk.clock().sleep(GOSSIP);
            if (everywhere(current)) {
                AckPlan plan = new AckPlan(held.silence().matchers(), List.of());
                return writer.prove(
                        accepted,
                        plan::hits,
                        alerts.stream().map(alert -> alert.key().fingerprint()).toList(),
                        climb);
            }
            climb.note("another member does not list " + owner + " yet, adding the name again");
        }
        return climb.end(Outcome.FAILED, "the name " + owner + " was overwritten " + TRIES + " times; try again");
    }

    private record Held(String member, Probe probe, Silence silence) {}

    private Held held(Map<String, Probe> ready, String id) throws NotWritten {
        List<String> unread = new ArrayList<>();
        for (Map.Entry<String, Probe> member : ready.entrySet()) {
            switch (cluster.sink().silence(member.getKey(), id)) {
                case Fetched.Answer<Silence> answer -> {
                    if (answer.value().active()) {
                        return new Held(member.getKey(), member.getValue(), answer.value());
                    }
                }
                case Fetched.Failure<Silence>(SourceError.Rejected unknown) -> {
                    // this member does not know it
                }
                case Fetched.Failure<Silence>(SourceError error) -> unread.add(error.sentence());
            }
        }
        throw new NotWritten(
                Outcome.FAILED,
                unread.isEmpty()
                        ? "the acknowledgement " + id + " has ended meanwhile"
                        : "the acknowledgement " + id + " cannot be read, so nobody was added to it: "
                                + String.join("; ", unread));
    }

    private Accepted post(Held held, Climb climb) throws NotWritten {
        Silence silence = held.silence();
        AckRecord before = AckRecord.read(silence);
        if (before == null || silence.matchers().isEmpty()) {
            throw new NotWritten(Outcome.FAILED, "silence " + silence.id() + " is no acknowledgement any more");
        }
        Instant now = held.probe().serverTime();
        Instant until = until(before.term(), silence, held.probe());
        AckRecord after = commented(before)
                .joinedBy(owner)
                .with(term(before.term(), now, until, !until.equals(silence.endsAt())));
        if (after.equals(before) && until.equals(silence.endsAt())) {
            climb.reach(Step.ACCEPTED, held.member() + ", " + silence.id() + ", yours already");
            return new Accepted(held.member(), silence.id());
        }
        SilenceSpec spec = after.over(silence, until);
        return switch (climb.post(cluster.sink(), held.member(), spec)) {
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

    /** One's own comment takes the place of what was there; to a colleague's it is added, so that neither is lost. */
    private AckRecord commented(AckRecord before) {
        if (!request.saysWhy() || before.reason().endsWith(request.reason())) {
            return before;
        }
        return before.because(
                before.owners().equals(List.of(owner))
                        ? request.reason()
                        : before.reason() + "; " + owner + ": " + request.reason());
    }

    /** Who stays only adds a name to what another console keeps alive; who does not stay makes it last as long as asked for. */
    private Instant until(AckTerm term, Silence silence, Probe probe) {
        Instant limit = probe.serverTime().plus(request.hold());
        boolean kept = term.leased() && !term.lapsed(probe.serverTime());
        Instant wanted = request.leased() ? (kept ? silence.endsAt() : Acknowledge.firstEnd(probe, limit)) : limit;
        return wanted.isAfter(silence.endsAt()) ? wanted : silence.endsAt();
    }

    /** Who stays keeps alive what nobody does; one's own limit moves on when one acknowledges again. */
    private AckTerm term(AckTerm before, Instant now, Instant until, boolean longer) {
        Instant limit = now.plus(request.hold());
        if (request.leased() && !cluster.keptElsewhere()) {
            if (!before.leased() || before.lapsed(now)) {
                return before.takenBy(desk.console(), until, limit).upTo(limit);
            }
            return before.lease().equals(desk.console()) ? before.upTo(limit) : before;
        }
        return longer ? before.endingAt(until).upTo(until) : before;
    }

    /** True where no member that answers lacks the name; that one answers at all is for the proof to see. */
    private boolean everywhere(String id) throws InterruptedException {
        List<Silence> copies = new ArrayList<>();
        for (Fetched<Silence> answer :
                desk.each(cluster, m -> cluster.sink().silence(m, id)).values()) {
            if (answer instanceof Fetched.Answer<Silence> copy) {
                copies.add(copy.value());
            }
        }
        return copies.stream().allMatch(copy -> {
            AckRecord ack = AckRecord.read(copy);
            return ack != null && ack.owners().contains(owner);
        });
    }
}
