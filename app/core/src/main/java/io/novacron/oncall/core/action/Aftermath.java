package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AckRecord;
import io.novacron.oncall.core.journal.JournalledAction;
import io.novacron.oncall.core.journal.Write;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceSpec;
import io.novacron.oncall.core.silence.SilenceState;
import io.novacron.oncall.core.silence.SilenceTag;
import io.novacron.oncall.core.source.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the members say became of an action whose end the journal does not know. */
sealed interface Aftermath {

    /** A request takes at most 10 s; until then what is not there may still arrive (reliability guide §2). */
    Duration ON_ITS_WAY = Duration.ofSeconds(15);

    /** Servers forget expired silences after 5 days; what is older than that proves nothing by its absence. */
    Duration REMEMBERED = Duration.ofDays(4);

    /** Servers tell times less exactly than we write them. */
    Duration TRUNCATED = Duration.ofSeconds(1);

    /** A silence of it is active or about to be: its effect can be proved. */
    record Standing(String member, Silence silence) implements Aftermath {}

    /** It is known how it ended. */
    record Over(Outcome outcome, String silenceId, String detail) implements Aftermath {}

    /** Not to be told yet. */
    record Open(String why) implements Aftermath {}

    /**
     * Looks for it in what the members hold.
     *
     * @param members all silences of each member, expired ones included
     */
    static Aftermath of(JournalledAction action, Map<String, Fetched<List<Silence>>> members, Instant now) {
        Write last = action.writes().stream()
                .filter(write -> write instanceof Write.Post || write instanceof Write.Expire)
                .reduce((earlier, later) -> later)
                .orElse(action.writes().getLast());
        List<String> silent = new ArrayList<>();
        List<Copy> copies = new ArrayList<>();
        members.forEach((member, answer) -> {
            switch (answer) {
                case Fetched.Answer<List<Silence>> list ->
                    list.value().forEach(silence -> copies.add(new Copy(member, silence)));
                case Fetched.Failure<List<Silence>> failure ->
                    silent.add(failure.error().sentence());
            }
        });
        boolean settled = action.lastIntent().plus(ON_ITS_WAY).isBefore(now);
        String open = !silent.isEmpty() ? String.join("; ", silent) : !settled ? "it may still be on its way" : "";
        return switch (last) {
            case Write.Post(SilenceSpec spec) -> posted(action, spec, copies, open, now);
            case Write.Expire(String id) -> expired(action, id, copies, open);
            case Write.Page _ ->
                new Over(Outcome.FAILED, "", "the console ended; whether PagerDuty was told is not known");
            case Write.Resolve _ ->
                new Over(Outcome.FAILED, "", "the console ended; whether the end notice was sent is not known");
        };
    }

    /** A silence as one member holds it. */
    record Copy(String member, Silence silence) {}

    private static Aftermath posted(
            JournalledAction action, SilenceSpec spec, List<Copy> copies, String open, Instant now) {
        List<Copy> ours = copies.stream()
                .filter(copy -> spec.id().isEmpty()
                        ? carries(copy.silence(), action.id())
                        : arrived(action, spec, copy.silence()))
                .toList();
        for (Copy copy : ours) {
            if (copy.silence().state() != SilenceState.EXPIRED) {
                return new Standing(copy.member(), copy.silence());
            }
        }
        if (!ours.isEmpty()) {
            Silence ended = ours.getFirst().silence();
            return new Over(Outcome.EFFECTIVE, ended.id(), "arrived, and ended at " + ended.endsAt());
        }
        if (!open.isEmpty()) {
            return new Open(open);
        }
        String absent = spec.id().isEmpty()
                ? "no member lists it"
                : "no member has silence " + spec.id() + " as it was intended";
        String so = !spec.id().isEmpty()
                ? ": it did not arrive, or was changed since"
                : action.lastIntent().plus(REMEMBERED).isAfter(now) ? ": it never arrived" : " any more";
        return new Over(Outcome.FAILED, spec.id(), absent + so);
    }

    /** Whether the silence was made by the action of this UUID. */
    static boolean carries(Silence silence, String uuid) {
        return silence.comment().contains("oncall:" + uuid)
                || SilenceTag.id(silence).equals(uuid);
    }

    /** A change is found by what it was to leave behind; where it made a new silence, by the id a member answered. */
    private static boolean arrived(JournalledAction action, SilenceSpec spec, Silence silence) {
        boolean named = silence.id().equals(spec.id())
                || carries(silence, action.id())
                || action.accepted().stream()
                        .anyMatch(answer -> answer.silenceId().equals(silence.id()));
        return named && (asWritten(spec, silence) || taken(spec, silence));
    }

    private static boolean asWritten(SilenceSpec spec, Silence silence) {
        return silence.comment().equals(spec.comment())
                && (silence.annotations().isEmpty() || silence.annotations().equals(spec.annotations()))
                && Set.copyOf(silence.matchers()).equals(Set.copyOf(spec.matchers()))
                && Duration.between(silence.endsAt(), spec.endsAt()).abs().compareTo(TRUNCATED) < 0;
    }

    /** An acknowledgement that has the names which were to be in it, and lasts as long, whoever wrote it after that. */
    private static boolean taken(SilenceSpec spec, Silence silence) {
        AckRecord has = AckRecord.read(silence);
        AckRecord wanted = AckRecord.read(new Silence(
                spec.id(),
                silence.state(),
                spec.matchers(),
                spec.startsAt(),
                spec.endsAt(),
                silence.updatedAt(),
                spec.createdBy(),
                spec.comment(),
                spec.annotations()));
        return has != null
                && wanted != null
                && has.owners().containsAll(wanted.owners())
                && silence.endsAt().isAfter(spec.endsAt().minus(TRUNCATED));
    }

    private static Aftermath expired(JournalledAction action, String id, List<Copy> copies, String open) {
        List<Copy> held =
                copies.stream().filter(copy -> copy.silence().id().equals(id)).toList();
        List<String> active = held.stream()
                .filter(copy -> copy.silence().state() != SilenceState.EXPIRED)
                .map(Copy::member)
                .toList();
        if (active.isEmpty() && (!held.isEmpty() || open.isEmpty())) {
            boolean noticed = action.writes().stream().anyMatch(Write.Resolve.class::isInstance);
            return new Over(
                    Outcome.EFFECTIVE,
                    id,
                    "ended on " + held.size() + " that list it"
                            + (noticed ? "; whether the end notice was sent is not known" : ""));
        }
        return open.isEmpty()
                ? new Over(Outcome.FAILED, id, "silence " + id + " is still active on " + String.join(", ", active))
                : new Open(open);
    }
}
