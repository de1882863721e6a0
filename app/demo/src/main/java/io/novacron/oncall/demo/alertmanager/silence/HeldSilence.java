package io.novacron.oncall.demo.alertmanager.silence;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Matching;
import io.novacron.oncall.core.silence.SilenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * One silence as a member holds it and hands it to the others. Immutable.
 *
 * @param matching of the matchers
 */
public record HeldSilence(
        String id,
        List<Matcher> matchers,
        Matching matching,
        Instant startsAt,
        Instant endsAt,
        Instant updatedAt,
        String createdBy,
        String comment,
        SortedMap<String, String> annotations) {

    /** How long an ended silence is kept (alerts guide S9). */
    static final Duration RETENTION = Duration.ofDays(5);

    public HeldSilence {
        matchers = List.copyOf(matchers);
    }

    public SilenceState state(Instant now) {
        if (now.isBefore(startsAt)) {
            return SilenceState.PENDING;
        }
        return now.isBefore(endsAt) ? SilenceState.ACTIVE : SilenceState.EXPIRED;
    }

    HeldSilence during(Instant start, Instant end, Instant updated) {
        return new HeldSilence(id, matchers, matching, start, end, updated, createdBy, comment, annotations);
    }

    boolean forgotten(Instant now) {
        return !endsAt.plus(RETENTION).isAfter(now);
    }
}
