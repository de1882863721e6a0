package io.novacron.oncall.core.action;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Silence;
import io.novacron.oncall.core.silence.SilenceTag;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a silence; what is null stays as it is.
 *
 * @param matchers in the order they are to be sent; the same matchers in another order make a new silence (alerts guide S1)
 * @param length it ends so long from the server's now
 * @param until when it ends, where no {@code length} is given
 * @param comment why, without the mark of the console
 */
public record SilenceEdit(
        @Nullable List<Matcher> matchers,
        @Nullable Duration length,
        @Nullable Instant until,
        @Nullable String comment) {

    public SilenceEdit {
        matchers = matchers == null ? null : List.copyOf(matchers);
    }

    /** It ends {@code length} from the server's now, and nothing else changes. */
    public static SilenceEdit extend(Duration length) {
        return new SilenceEdit(null, length, null, null);
    }

    /** True where it names an end of its own that is past. */
    boolean endsBy(Instant now) {
        return length == null && until != null && !until.isAfter(now);
    }

    /** The silence with the change; id, start and author stay, and annotations for {@link SilenceChanger} to fill in. */
    Silence of(Silence silence, Instant serverNow) {
        Instant end = length == null ? until : serverNow.plus(length);
        return new Silence(
                silence.id(),
                silence.state(),
                matchers == null ? silence.matchers() : matchers,
                silence.startsAt(),
                // the servers tell times in milliseconds
                end == null ? silence.endsAt() : end.truncatedTo(ChronoUnit.MILLIS),
                silence.updatedAt(),
                silence.createdBy(),
                comment == null ? silence.comment() : SilenceTag.keep(comment, silence.comment()),
                silence.annotations());
    }
}
