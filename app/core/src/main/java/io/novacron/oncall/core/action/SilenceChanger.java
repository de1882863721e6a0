package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceWriter.Accepted;
import io.novacron.oncall.core.action.SilenceWriter.NotWritten;
import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceNote;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.silence.SilenceTag;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SilenceSink.Probe;
import io.novacron.oncall.core.source.SourceError;
import java.util.HashMap;
import java.util.Map;

/**
 * Changes one silence that is there: reads it again on every member, writes to one that has the newest copy, proves the change
 * on all. The server has no compare-and-set, so who changes what at the same moment is found by reading before and after
 * (alerts guide S1, S2; reliability guide F57).
 */
final class SilenceChanger {

    private final ActionDesk desk;
    private final ClusterDesk cluster;
    private final SilenceWriter writer;
    private final Climb climb;

    SilenceChanger(ActionDesk desk, ClusterDesk cluster, Climb climb) {
        this.desk = desk;
        this.cluster = cluster;
        this.climb = climb;
        writer = new SilenceWriter(desk, cluster);
    }

    /**
     * A change to be made.
     *
     * @param base the silence as the operator saw it
     * @param strict the change rests on all of {@code base}; otherwise it holds for whatever the silence is by now
     * @param breakGlass the reason of a responder who goes beyond the role, else empty
     * @param again the same was made of this silence on another side of a split; what it becomes here gets a UUID of its own
     */
    record Wish(Silence base, boolean strict, SilenceEdit edit, String breakGlass, boolean again) {

        Wish(Silence base, boolean strict, SilenceEdit edit, String breakGlass) {
            this(base, strict, edit, breakGlass, false);
        }

        Wish elsewhere(boolean before) {
            return new Wish(base, strict, edit, breakGlass, before);
        }
    }

    Ladder change(Wish wish) throws InterruptedException, NotWritten {
        String id = wish.base().id();
        String lastReason = "";
        SilenceCopies copies = new SilenceCopies(desk, cluster);
        for (Map.Entry<String, Probe> member : writer.ready().entrySet()) {
            Silence now = copies.newest(wish, climb);
            if (wish.strict() && SilenceConflict.changed(wish.base(), now)) {
                return copies.conflict(wish, now, climb);
            }
            if (!copies.holds(member.getKey(), now)) {
                lastReason = member.getKey() + " does not hold the newest copy of silence " + id;
                continue;
            }
            Silence wanted = wanted(wish, now, member.getValue());
            long sent = desk.clock().nanos();
            Fetched<String> answer =
                    climb.post(cluster.sink(), member.getKey(), spec(wish, now, wanted, member.getValue()));
            switch (answer) {
                case Fetched.Answer<String>(String given, var contact) -> {
                    return prove(wish, wanted, SilenceWriter.accept(member.getKey(), given, climb));
                }
                case Fetched.Failure<String>(SourceError.Rejected rejected) ->
                    throw new NotWritten(Outcome.FAILED, rejected.sentence());
                case Fetched.Failure<String>(SourceError error) -> {
                    lastReason = error.sentence();
                    if (error.mayHaveHappened()) {
                        climb.note("outcome unknown, looking for it: " + lastReason);
                        boolean late = writer.late(sent);
                        Accepted found = writer.find(
                                silence -> SilenceCopies.same(silence, wanted), member.getKey(), lastReason);
                        if (!found.silenceId().isEmpty()) {
                            climb.found(found.member(), found.silenceId());
                            return prove(wish, wanted, SilenceWriter.accept(found.member(), found.silenceId(), climb));
                        }
                        SilenceWriter.unlessLate(late, lastReason);
                    }
                }
            }
        }
        throw new NotWritten(Outcome.FAILED, lastReason);
    }

    private Ladder prove(Wish wish, Silence wanted, Accepted accepted) throws InterruptedException, NotWritten {
        try {
            return new ChangeProof(desk, cluster, climb).prove(wish, wanted, accepted);
        } catch (MatcherSyntaxException e) {
            return climb.end(Outcome.ACCEPTED, "taken, but what it hits cannot be told: " + e.text());
        }
    }

    private Silence wanted(Wish wish, Silence now, Probe probe) throws NotWritten {
        Silence wanted = wish.edit().of(now, probe.serverTime());
        if (!probe.annotations() && !wish.breakGlass().isBlank()) {
            String why = RoleGate.told(SilenceTag.reason(wanted.comment()), wish.breakGlass());
            wanted = new SilenceEdit(null, null, null, why).of(wanted, probe.serverTime());
        }
        if (!wanted.endsAt().isAfter(probe.serverTime())) {
            throw new NotWritten(
                    Outcome.FAILED,
                    "it would end at " + wanted.endsAt() + ", which is past on the server; to end it now, expire it");
        }
        if (!wanted.endsAt().isAfter(wanted.startsAt())) {
            throw new NotWritten(
                    Outcome.FAILED,
                    "it would end at " + wanted.endsAt() + ", before it begins at " + wanted.startsAt());
        }
        return wish.again() && !now.matchers().equals(wanted.matchers()) ? twin(wanted, probe) : wanted;
    }

    /** Other matchers make another silence of it, on each side one; no two of them carry one UUID. */
    private Silence twin(Silence wanted, Probe probe) {
        String intent = SilenceTag.intent(wanted);
        Map<String, String> annotations = new HashMap<>(wanted.annotations());
        if (probe.annotations()) {
            annotations.put(SilenceNote.ID, climb.id());
            annotations.put(SilenceNote.TWIN_OF, intent);
        }
        return new Silence(
                wanted.id(),
                wanted.state(),
                wanted.matchers(),
                wanted.startsAt(),
                wanted.endsAt(),
                wanted.updatedAt(),
                wanted.createdBy(),
                SilenceTag.markTwin(SilenceTag.reason(wanted.comment()), climb.id(), intent),
                annotations);
    }

    /** Everything that was read goes back, foreign annotations included (alerts guide S6). */
    private SilenceSpec spec(Wish wish, Silence now, Silence wanted, Probe probe) {
        Map<String, String> annotations = new HashMap<>(wanted.annotations());
        if (probe.annotations()) {
            String tag = SilenceTag.id(now);
            annotations.putIfAbsent(SilenceNote.KIND, "silence");
            annotations.putIfAbsent(SilenceNote.ID, tag.isEmpty() ? climb.id() : tag);
            annotations.put(
                    SilenceNote.EDITED_BY, AckRecord.ownerName(desk.operator().name()));
            if (!now.matchers().equals(wanted.matchers())) {
                annotations.put(SilenceNote.FROM, now.id());
            }
            if (!wish.breakGlass().isBlank()) {
                annotations.put(SilenceNote.BREAK_GLASS, wish.breakGlass().strip());
            }
        }
        SilenceSpec same = wanted.spec();
        // an active silence stays active; one whose start has come meanwhile is moved to now by the server (S4)
        return new SilenceSpec(
                same.id(),
                same.matchers(),
                same.startsAt(),
                same.endsAt(),
                same.createdBy(),
                same.comment(),
                annotations);
    }

    /** True for a silence that is in force or will be. */
    static boolean lives(Silence silence) {
        return silence.state() != SilenceState.EXPIRED;
    }
}
