package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceChanger.Wish;
import io.novacron.oncall.core.action.SilenceWriter.NotWritten;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceNote;
import io.novacron.oncall.core.silence.SilenceTag;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.SourceError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The copies of one silence on the members of its cluster, read now. Used by one thread. */
final class SilenceCopies {

    private final ActionDesk desk;
    private final ClusterDesk cluster;
    private final Map<String, Silence> copies = new LinkedHashMap<>();

    SilenceCopies(ActionDesk desk, ClusterDesk cluster) {
        this.desk = desk;
        this.cluster = cluster;
    }

    /**
     * Reads it from every member: the copy that was changed last.
     *
     * @throws NotWritten where a member says that it has ended, or none can show it
     */
    Silence newest(Wish wish, Climb climb) throws InterruptedException, NotWritten {
        String id = wish.base().id();
        copies.clear();
        List<String> unread = new ArrayList<>();
        desk.each(cluster, member -> cluster.sink().silence(member, id)).forEach((member, answer) -> {
            switch (answer) {
                case Fetched.Answer<Silence> good -> copies.put(member, good.value());
                case Fetched.Failure<Silence>(SourceError.Rejected unknown) -> {
                    // this member does not know it
                }
                case Fetched.Failure<Silence>(SourceError error) -> unread.add(error.sentence());
            }
        });
        Silence newest = copies.values().stream()
                .max(Comparator.comparing(Silence::updatedAt))
                .orElseThrow(() -> new NotWritten(
                        Outcome.FAILED,
                        unread.isEmpty()
                                ? "no member knows silence " + id + " any more"
                                : "silence " + id + " cannot be read: " + String.join("; ", unread)));
        Optional<Silence> ended = copies.values().stream()
                .filter(copy -> !SilenceChanger.lives(copy))
                .findFirst();
        if (ended.isPresent()) {
            Optional<Silence> heir = heir(wish.base());
            if (SilenceChanger.lives(wish.base())) {
                climb.conflict(new SilenceConflict(wish.base(), mine(wish), heir.orElse(ended.get())));
            }
            throw new NotWritten(
                    Outcome.FAILED,
                    heir.map(now -> "silence " + id + " was replaced meanwhile by " + now.id()
                                    + "; look at what changed and change that one")
                            .orElse("silence " + id + " ended at " + ended.get().endsAt()
                                    + ", so it was left alone: changing it would make a second one; make it again"
                                    + " instead"));
        }
        return newest;
    }

    /** True where the member has the copy that was changed last. */
    boolean holds(String member, Silence newest) {
        Silence copy = copies.get(member);
        return copy != null && copy.updatedAt().equals(newest.updatedAt());
    }

    /** Ends the write for somebody else's change. */
    Ladder conflict(Wish wish, Silence theirs, Climb climb) {
        climb.conflict(new SilenceConflict(wish.base(), mine(wish), theirs));
        String who = theirs.annotations().getOrDefault(SilenceNote.EDITED_BY, "somebody else");
        return climb.end(
                Outcome.FAILED,
                theirs.id().equals(wish.base().id())
                        ? who + " changed silence " + theirs.id() + " meanwhile; nothing of yours was kept"
                        : who + " changed it at the same moment; silence " + theirs.id() + " stays, yours was ended");
    }

    /** What the operator wanted, by our own clock where a length was given. */
    private Silence mine(Wish wish) {
        return wish.edit().of(wish.base(), desk.clock().now());
    }

    /** The silence that took its place when an edit gave it a new id. */
    private Optional<Silence> heir(Silence base) throws InterruptedException {
        String tag = SilenceTag.id(base);
        return desk.each(cluster, cluster.sink()::silences).values().stream()
                .flatMap(answer -> answer instanceof Fetched.Answer<List<Silence>> good
                        ? good.value().stream()
                        : List.<Silence>of().stream())
                .filter(SilenceChanger::lives)
                .filter(one -> !one.id().equals(base.id()) && twin(one, tag, base.id()))
                .max(Comparator.comparing(Silence::updatedAt));
    }

    /** True for one that came of the same user action, or of an edit of the silence {@code from} (alerts guide S2). */
    static boolean twin(Silence silence, String tag, String from) {
        return (!tag.isEmpty() && tag.equals(SilenceTag.id(silence)))
                || from.equals(silence.annotations().get(SilenceNote.FROM));
    }

    /** True where a copy says what was wanted; servers keep the order of matchers. */
    static boolean same(Silence copy, Silence wanted) {
        return SilenceChanger.lives(copy)
                && copy.matchers().equals(wanted.matchers())
                && copy.endsAt().equals(wanted.endsAt())
                && copy.comment().equals(wanted.comment())
                && copy.createdBy().equals(wanted.createdBy());
    }
}
