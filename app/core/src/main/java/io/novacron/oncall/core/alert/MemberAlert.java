package io.novacron.oncall.core.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

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
        silencedBy = Collections.unmodifiableSortedSet(new TreeSet<>(silencedBy));
        inhibitedBy = Collections.unmodifiableSortedSet(new TreeSet<>(inhibitedBy));
        mutedBy = Collections.unmodifiableSortedSet(new TreeSet<>(mutedBy));
        receivers = Collections.unmodifiableSortedSet(new TreeSet<>(receivers));
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
                new TreeSet<>(silencedBy),
                new TreeSet<>(inhibitedBy),
                new TreeSet<>(mutedBy),
                new TreeSet<>(receivers),
                generatorUrl);
    }
}
