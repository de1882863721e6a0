package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceWriter.NotWritten;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import io.novacron.oncall.core.source.SourceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes an acknowledgement anew without asking a person. The server has no compare-and-set: the copy on the member that is
 * written to must still be the one on which it was decided, everything is read back a second later, and where another hand was
 * in it at the same moment that one wins (alerts guide §4.4).
 */
final class AckRewrite {

    private static final Duration GOSSIP = Duration.ofSeconds(1);

    private final ActionDesk desk;
    private final ClusterDesk cluster;

    AckRewrite(ActionDesk desk, ClusterDesk cluster) {
        this.desk = desk;
        this.cluster = cluster;
    }

    /** What the console does by itself; {@code what} begins a sentence that the silence's subject ends. */
    Ladder run(String what, Silence decided, AckRecord after, Instant until) throws InterruptedException {
        Climb climb = climb(what, decided, after);
        climb.byItself();
        return climb.finish(() -> write(decided, after, until, climb));
    }

    /** The same where a person asked for it. */
    Ladder asked(String what, Silence decided, AckRecord after, Instant until) throws InterruptedException {
        Climb climb = climb(what, decided, after);
        return climb.finish(() -> write(decided, after, until, climb));
    }

    private Climb climb(String what, Silence decided, AckRecord after) {
        List<AlertKey> about = after.keys().keySet().stream()
                .map(name -> new AlertKey(cluster.cluster(), name))
                .toList();
        Climb climb = desk.climb(what + " the acknowledgement of " + subject(decided), cluster, about);
        climb.silence(decided.id());
        return climb;
    }

    /** The alert's name, as the matchers tell it. */
    static String subject(Silence silence) {
        return silence.matchers().stream()
                .filter(matcher -> matcher.name().equals("alertname"))
                .map(Matcher::value)
                .findFirst()
                .orElse(silence.id());
    }

    private Ladder write(Silence decided, AckRecord after, Instant until, Climb climb)
            throws InterruptedException, NotWritten {
        String member = unchanged(decided);
        switch (climb.post(cluster.sink(), member, after.over(decided, until))) {
            case Fetched.Answer<String> id
            when id.value().equals(decided.id()) -> climb.reach(Step.ACCEPTED, member + ", " + id.value());
            case Fetched.Answer<String> id -> {
                return undo(id.value(), climb);
            }
            case Fetched.Failure<String>(SourceError error)
            when error.mayHaveHappened() -> climb.note("outcome unknown, reading it back: " + error.sentence());
            case Fetched.Failure<String>(SourceError error) -> throw new NotWritten(Outcome.FAILED, error.sentence());
        }
        desk.clock().sleep(GOSSIP);
        return readBack(decided, after, until, climb);
    }

    /** The member to write to: the first that is ready and holds the very copy on which it was decided. */
    private String unchanged(Silence decided) throws InterruptedException, NotWritten {
        List<String> why = new ArrayList<>();
        for (Map.Entry<String, Probe> member :
                new SilenceWriter(desk, cluster).ready().entrySet()) {
            switch (cluster.sink().silence(member.getKey(), decided.id())) {
                case Fetched.Answer<Silence>(Silence now, var contact) -> {
                    boolean same = now.active()
                            && now.updatedAt().equals(decided.updatedAt())
                            && now.endsAt().equals(decided.endsAt())
                            && now.matchers().equals(decided.matchers())
                            && now.startsAt().equals(decided.startsAt());
                    if (!same) {
                        throw new NotWritten(
                                Outcome.FAILED,
                                "stepped back: somebody changed it on " + member.getKey() + " meanwhile");
                    }
                    return member.getKey();
                }
                case Fetched.Failure<Silence>(SourceError error) -> why.add(error.sentence());
            }
        }
        throw new NotWritten(Outcome.FAILED, "it cannot be read: " + String.join("; ", why));
    }

    /** Another id means that it had expired on that member: the new one would undo somebody's end (alerts guide S2). */
    private Ladder undo(String id, Climb climb) throws InterruptedException {
        String left = new SilenceEnder(desk, cluster).end(id, climb);
        return climb.end(
                Outcome.FAILED,
                "stepped back: it ended at that moment" + (left.isEmpty() ? "" : ", and the copy stays: " + left));
    }

    private Ladder readBack(Silence decided, AckRecord after, Instant until, Climb climb) throws InterruptedException {
        List<String> good = new ArrayList<>();
        List<String> other = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        boolean ended = false;
        Set<String> left = new HashSet<>(owners(decided));
        left.removeAll(after.owners());
        for (Map.Entry<String, Fetched<Silence>> member : desk.each(
                        cluster, name -> cluster.sink().silence(name, decided.id()))
                .entrySet()) {
            switch (member.getValue()) {
                case Fetched.Answer<Silence>(Silence copy, var contact) -> {
                    ended |= copy.state() == SilenceState.EXPIRED;
                    (says(copy, after, until) && !names(copy, left) ? good : other).add(member.getKey());
                }
                case Fetched.Failure<Silence>(SourceError.Rejected unknown) -> other.add(member.getKey());
                case Fetched.Failure<Silence> failure -> silent.add(member.getKey());
            }
        }
        if (ended) {
            return undo(decided.id(), climb);
        }
        if (good.isEmpty()) {
            Outcome outcome = other.isEmpty() ? Outcome.UNKNOWN : Outcome.FAILED;
            return climb.end(
                    outcome, other.isEmpty() ? "no member can be read" : "stepped back: another hand changed it");
        }
        StringBuilder share =
                new StringBuilder().append(good.size()).append('/').append(good.size() + other.size() + silent.size());
        silent.forEach(name -> share.append(", ").append(name).append(" unreachable"));
        if (!other.isEmpty()) {
            return climb.end(Outcome.ACCEPTED, share + ", not yet on " + String.join(", ", other));
        }
        climb.reach(Step.REPLICATED, share.toString());
        climb.reach(Step.EFFECTIVE, share.toString());
        return climb.end(Outcome.EFFECTIVE, share.toString());
    }

    private static boolean names(Silence copy, Set<String> any) {
        return !Collections.disjoint(owners(copy), any);
    }

    private static List<String> owners(Silence silence) {
        AckRecord ack = AckRecord.read(silence);
        return ack == null ? List.of() : ack.owners();
    }

    private static boolean says(Silence copy, AckRecord after, Instant until) {
        AckRecord ack = AckRecord.read(copy);
        boolean same = Duration.between(copy.endsAt(), until).abs().compareTo(GOSSIP) < 0;
        return copy.active()
                && same
                && ack != null
                && ack.term().lease().equals(after.term().lease())
                && ack.owners().containsAll(after.owners());
    }
}
