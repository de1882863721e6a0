package io.novacron.oncall.core.alert;

import com.google.common.collect.ImmutableSortedSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * One alert as one member of an Alertmanager cluster tells it.
 *
 * @param state the server's word: {@code active}, {@code suppressed}, {@code unprocessed} or one of a later version
 * @param silencedBy ids of every silence that hits it
 * @param inhibitedBy fingerprints; the server names one only (alerts guide S11)
 * @param mutedBy time intervals, from the groups (alerts guide A1)
 * @param generatorUrl may be empty
 */
public record MemberAlert(
        String fingerprint,
        Labels labels,
        Map<String, String> annotations,
        Instant startsAt,
        Instant endsAt,
        Instant updatedAt,
        String state,
        SortedSet<String> silencedBy,
        SortedSet<String> inhibitedBy,
        SortedSet<String> mutedBy,
        SortedSet<String> receivers,
        String generatorUrl) {

    public MemberAlert {
        annotations = Map.copyOf(annotations);
        silencedBy = ImmutableSortedSet.copyOf(silencedBy);
        inhibitedBy = ImmutableSortedSet.copyOf(inhibitedBy);
        mutedBy = ImmutableSortedSet.copyOf(mutedBy);
        receivers = ImmutableSortedSet.copyOf(receivers);
    }

    public MemberAlert(
            Labels labels,
            Map<String, String> annotations,
            Instant startsAt,
            Instant endsAt,
            Instant updatedAt,
            String state,
            List<String> silencedBy,
            List<String> inhibitedBy,
            List<String> mutedBy,
            List<String> receivers,
            String generatorUrl) {
        this(
                labels.fingerprint(),
                labels,
                annotations,
                startsAt,
                endsAt,
                updatedAt,
                state,
                ImmutableSortedSet.copyOf(silencedBy),
                ImmutableSortedSet.copyOf(inhibitedBy),
                ImmutableSortedSet.copyOf(mutedBy),
                ImmutableSortedSet.copyOf(receivers),
                generatorUrl);
    }

    /** This alert with every part that equals the other's held once for both. */
    public MemberAlert sharing(MemberAlert other) {
        return new MemberAlert(
                one(fingerprint, other.fingerprint),
                one(labels, other.labels),
                one(annotations, other.annotations),
                one(startsAt, other.startsAt),
                one(endsAt, other.endsAt),
                one(updatedAt, other.updatedAt),
                one(state, other.state),
                one(silencedBy, other.silencedBy),
                one(inhibitedBy, other.inhibitedBy),
                one(mutedBy, other.mutedBy),
                one(receivers, other.receivers),
                one(generatorUrl, other.generatorUrl));
    }

    private static <T> T one(T mine, T others) {
        return mine.equals(others) ? others : mine;
    }
}
