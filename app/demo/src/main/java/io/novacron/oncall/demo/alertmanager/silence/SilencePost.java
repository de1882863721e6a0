package io.novacron.oncall.demo.alertmanager.silence;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.Matching;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * A silence as a client posts it.
 *
 * @param id empty for a new one
 * @param startsAt {@link Silences#NO_TIME} for now
 */
public record SilencePost(
        String id,
        List<Matcher> matchers,
        Instant startsAt,
        Instant endsAt,
        String createdBy,
        String comment,
        SortedMap<String, String> annotations) {

    public SilencePost {
        matchers = List.copyOf(matchers);
    }

    HeldSilence held(String newId, Instant start, Instant updated) throws SilenceRefused {
        return new HeldSilence(newId, matchers, matching(), start, endsAt, updated, createdBy, comment, annotations);
    }

    /** Refuses what would match every alert by accident (alerts guide S7) and what is no matcher. */
    void check() throws SilenceRefused {
        matching();
        boolean allMatchNothing = true;
        for (int i = 0; i < matchers.size(); i++) {
            if (matchers.get(i).name().isEmpty()) {
                throw SilenceRefused.invalid("invalid label matcher " + i + " in set 0: invalid label name \"\"");
            }
            allMatchNothing &= matchesNothing(matchers.get(i));
        }
        if (allMatchNothing) {
            throw SilenceRefused.invalid("matcher set 0: at least one matcher must not match the empty string");
        }
    }

    private static boolean matchesNothing(Matcher matcher) throws SilenceRefused {
        return !matcher.op().negative() && compiled(List.of(matcher), 0).matches(Labels.NONE);
    }

    private Matching matching() throws SilenceRefused {
        for (int i = 0; i < matchers.size(); i++) {
            compiled(List.of(matchers.get(i)), i);
        }
        return compiled(matchers, 0);
    }

    private static Matching compiled(List<Matcher> matchers, int index) throws SilenceRefused {
        try {
            return Matching.of(matchers);
        } catch (MatcherSyntaxException e) {
            throw SilenceRefused.invalid("invalid label matcher " + index + " in set 0: invalid regular expression \""
                    + matchers.getFirst().value() + "\": " + e.getMessage());
        }
    }
}
