package io.novacron.oncall.demo.alertmanager.silence;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.SilenceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The silence map of one member. One thread at a time. */
public final class Silences {

    /** How a client says "no time"; Go's zero time. */
    public static final Instant NO_TIME = Instant.parse("0001-01-01T00:00:00Z");

    private static final Comparator<HeldSilence> NEXT_TO_END = Comparator.comparing(HeldSilence::endsAt);
    private static final Comparator<HeldSilence> NEXT_TO_START = Comparator.comparing(HeldSilence::startsAt);

    private final Map<String, HeldSilence> byId = new LinkedHashMap<>();
    private final Consumer<HeldSilence> changed;

    /** @param changed told of each silence that this member wrote, for the other members */
    public Silences(Consumer<HeldSilence> changed) {
        this.changed = changed;
    }

    /**
     * Takes a post. The id stays where only the end, the author, the comment or annotations change; otherwise the old silence
     * is ended and a new one made (S1), also for an ended one (S2). A start in the past becomes now (S4).
     *
     * @return the id that it now has
     */
    public String post(SilencePost post, Instant now) throws SilenceRefused {
        if (!post.startsAt().isBefore(post.endsAt())) {
            throw SilenceRefused.wrong("start time must be before end time");
        }
        if (post.endsAt().isBefore(now)) {
            throw SilenceRefused.wrong("end time can't be in the past");
        }
        post.check();
        HeldSilence old = byId.get(post.id());
        if (old == null && !post.id().isEmpty()) {
            throw SilenceRefused.unknown();
        }
        Instant start = post.startsAt().equals(NO_TIME) ? now : post.startsAt();
        if (old != null && mayChange(old, post, start, now)) {
            write(post.held(old.id(), start, now));
            return old.id();
        }
        HeldSilence made = post.held(UUID.randomUUID().toString(), start.isBefore(now) ? now : start, now);
        if (old != null) {
            end(old, now);
        }
        write(made);
        return made.id();
    }

    /** Ends it now; one that has ended stays as it is. Answers whether the id is known. */
    public boolean expire(String id, Instant now) {
        HeldSilence silence = byId.get(id);
        if (silence != null) {
            end(silence, now);
        }
        return silence != null;
    }

    /** Takes another member's; the later {@code updatedAt} wins, whatever the clocks (alerts guide §4.3). */
    public void merge(HeldSilence theirs, Instant now) {
        HeldSilence mine = byId.get(theirs.id());
        if (!theirs.forgotten(now) && (mine == null || mine.updatedAt().isBefore(theirs.updatedAt()))) {
            byId.put(theirs.id(), theirs);
        }
    }

    public @Nullable HeldSilence get(String id) {
        return byId.get(id);
    }

    /** In the order of their arrival. */
    public Collection<HeldSilence> all() {
        return byId.values();
    }

    /** Active ones first, next to end first; then pending ones, next to start first; then ended ones, last ended first. */
    public List<HeldSilence> sorted(Instant now) {
        List<HeldSilence> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparingInt((HeldSilence silence) -> rank(silence.state(now)))
                .thenComparing((one, other) -> switch (one.state(now)) {
                    case PENDING -> NEXT_TO_START.compare(one, other);
                    case EXPIRED -> NEXT_TO_END.compare(other, one);
                    default -> NEXT_TO_END.compare(one, other);
                }));
        return all;
    }

    /** The silences that are active now, in the order of their making; for deciding on many alerts. */
    public List<HeldSilence> active(Instant now) {
        List<HeldSilence> active = new ArrayList<>();
        for (HeldSilence silence : byId.values()) {
            if (silence.state(now) == SilenceState.ACTIVE) {
                active.add(silence);
            }
        }
        return active;
    }

    /** The ids of those among {@code active} that match. */
    public static List<String> silencing(List<HeldSilence> active, Labels labels) {
        List<String> ids = List.of();
        for (HeldSilence silence : active) {
            if (silence.matching().matches(labels)) {
                ids = ids.isEmpty() ? new ArrayList<>() : ids;
                ids.add(silence.id());
            }
        }
        return ids;
    }

    /** Forgets what ended five days ago. */
    public void collect(Instant now) {
        byId.values().removeIf(silence -> silence.forgotten(now));
    }

    private void write(HeldSilence silence) {
        HeldSilence mine = byId.get(silence.id());
        // a stored updatedAt from a clock ahead of ours makes this a change that never happens
        if (mine == null || mine.updatedAt().isBefore(silence.updatedAt())) {
            byId.put(silence.id(), silence);
            changed.accept(silence);
        }
    }

    private void end(HeldSilence silence, Instant now) {
        switch (silence.state(now)) {
            case ACTIVE -> write(silence.during(silence.startsAt(), now, now));
            case PENDING -> write(silence.during(now, now, now));
            default -> {}
        }
    }

    private static boolean mayChange(HeldSilence old, SilencePost post, Instant start, Instant now) {
        if (!old.matchers().equals(post.matchers())) {
            return false;
        }
        return switch (old.state(now)) {
            case ACTIVE -> old.startsAt().getEpochSecond() == start.getEpochSecond();
            case PENDING -> !start.isBefore(now);
            default -> false;
        };
    }

    private static int rank(SilenceState state) {
        return switch (state) {
            case ACTIVE -> 0;
            case PENDING -> 1;
            default -> 2;
        };
    }
}
