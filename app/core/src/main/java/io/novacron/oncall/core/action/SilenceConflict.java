package io.novacron.oncall.core.action;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Somebody else changed the silence meanwhile (alerts guide S2, reliability guide F57).
 *
 * @param base as the operator saw it when the change began
 * @param mine as the operator wanted it
 * @param theirs as the servers have it; one that has ended is in the state expired
 */
public record SilenceConflict(Silence base, Silence mine, Silence theirs) {

    /** One part of the silence in which not all three agree; the texts are those of the servers. */
    public record Difference(String part, String base, String mine, String theirs) {}

    /** What differs, in reading order. */
    public List<Difference> differences() {
        List<Difference> all = new ArrayList<>();
        add(all, "state", silence -> silence.state().word());
        add(all, "matchers", silence -> Matcher.toText(silence.matchers()));
        add(all, "starts", silence -> text(silence.startsAt()));
        add(all, "ends", silence -> text(silence.endsAt()));
        add(all, "comment", silence -> SilenceTag.reason(silence.comment()));
        add(all, "created by", Silence::createdBy);
        return all;
    }

    /** True where somebody changed what a person would see of it between the two. */
    static boolean changed(Silence before, Silence after) {
        return !before.matchers().equals(after.matchers())
                || !before.startsAt().equals(after.startsAt())
                || !before.endsAt().equals(after.endsAt())
                || !before.createdBy().equals(after.createdBy())
                || !before.comment().equals(after.comment())
                || !before.annotations().equals(after.annotations());
    }

    private void add(List<Difference> all, String part, Function<Silence, String> text) {
        Difference difference = new Difference(part, text.apply(base), text.apply(mine), text.apply(theirs));
        if (!difference.base().equals(difference.mine()) || !difference.base().equals(difference.theirs())) {
            all.add(difference);
        }
    }

    private static String text(Instant at) {
        return at.toString();
    }
}
