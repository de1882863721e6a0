package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.silence.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges what the members of one cluster say. An alert is one row, whoever lists it; suppressed counts only where no
 * member says anything else, the earliest start wins (alerts guide A7; doubt is shown as firing).
 */
final class AlertMerge {

    /** One member's word on one alert. */
    private record Seen(MemberAnswer member, String place, MemberAlert alert) {}

    private final ClusterAnswer cluster;
    private final SeverityMap severities;
    private final Map<String, ClusterSilence> silences;

    AlertMerge(ClusterAnswer cluster, SeverityMap severities) {
        this.cluster = cluster;
        this.severities = severities;
        this.silences = mergeSilences(cluster);
    }

    Map<String, ClusterSilence> silences() {
        return silences;
    }

    List<Alert> alerts() {
        Map<String, List<Seen>> byFingerprint = new LinkedHashMap<>();
        for (MemberAnswer member : cluster.members()) {
            String place = place(cluster, member);
            for (MemberAlert alert : member.alerts()) {
                byFingerprint
                        .computeIfAbsent(alert.fingerprint(), key -> new ArrayList<>(2))
                        .add(new Seen(member, place, alert));
            }
        }
        return byFingerprint.values().stream().map(this::merge).toList();
    }

    private Alert merge(List<Seen> seen) {
        MemberAlert first = seen.getFirst().alert();
        SortedSet<String> silencedBy = union(seen, MemberAlert::silencedBy);
        SortedSet<String> inhibitedBy = union(seen, MemberAlert::inhibitedBy);
        SortedSet<String> mutedBy = union(seen, MemberAlert::mutedBy);
        Ack ack = ack(seen, silencedBy);
        Map<String, String> annotations = newest(seen).annotations();
        return new Alert(
                new AlertKey(cluster.cluster(), first.fingerprint()),
                first.labels(),
                annotations,
                severities.of(first.labels()),
                earliest(seen),
                state(seen, ack, silencedBy, inhibitedBy, mutedBy),
                List.copyOf(silencedBy),
                List.copyOf(inhibitedBy),
                List.copyOf(mutedBy),
                List.copyOf(union(seen, MemberAlert::receivers)),
                seen.stream().map(Seen::place).toList(),
                ack,
                runbook(annotations),
                first.generatorUrl());
    }

    private static AlertState state(
            List<Seen> seen,
            @Nullable Ack ack,
            SortedSet<String> silencedBy,
            SortedSet<String> inhibitedBy,
            SortedSet<String> mutedBy) {
        if (seen.stream().anyMatch(s -> pages(s.alert()))) {
            return AlertState.FIRING;
        }
        if (ack != null) {
            return AlertState.ACKNOWLEDGED;
        }
        if (!silencedBy.isEmpty()) {
            return AlertState.SILENCED;
        }
        if (!inhibitedBy.isEmpty()) {
            return AlertState.INHIBITED;
        }
        return mutedBy.isEmpty() ? AlertState.FIRING : AlertState.MUTED;
    }

    /** Only a suppressed alert, or one muted everywhere, is quiet on a member; any other word is doubt, and doubt is firing. */
    private static boolean pages(MemberAlert alert) {
        boolean muted = alert.state().equals("active") && !alert.mutedBy().isEmpty();
        return !muted && !alert.state().equals("suppressed");
    }

    /** The smallest id of ours that counts, else of another tool: the one that others join is the one that is shown. */
    private @Nullable Ack ack(List<Seen> seen, SortedSet<String> silencedBy) {
        Ack claimed = null;
        for (String id : silencedBy) {
            ClusterSilence held = silences.get(id);
            if (held == null || !held.silence().active()) {
                continue;
            }
            Silence silence = held.silence();
            AckRecord ackRecord = AckRecord.read(silence);
            if (ackRecord != null && counts(ackRecord, silence, seen)) {
                Ack ack = new Ack(
                        ackRecord.owners(),
                        silence.startsAt(),
                        silence.endsAt(),
                        ackRecord.reason(),
                        id,
                        ackRecord.foreign(),
                        ackRecord.term());
                if (!ack.foreign()) {
                    return ack;
                }
                claimed = claimed == null ? ack : claimed;
            }
        }
        return claimed;
    }

    /**
     * An acknowledgement counts for the firing it was made for (alerts guide §4.1). A start that moved to an earlier time is
     * still that firing. A later one is a new firing only if a member tells it that already ran when it began: a member that
     * was restarted since then merely forgot the earlier start.
     */
    private static boolean counts(AckRecord ack, Silence silence, List<Seen> seen) {
        String fingerprint = seen.getFirst().alert().fingerprint();
        Instant made = ack.foreign() ? silence.startsAt() : ack.keys().get(fingerprint);
        if (made == null) {
            return false;
        }
        boolean same = seen.stream().anyMatch(s -> !s.alert().startsAt().isAfter(made));
        boolean witnessed = seen.stream()
                .anyMatch(s -> s.alert().startsAt().isAfter(made)
                        && s.member().startedAt().isBefore(s.alert().startsAt()));
        return same || (!witnessed && !ack.foreign());
    }

    /** The epoch stands for a start that a member did not tell; it counts only where no member did. */
    private static Instant earliest(List<Seen> seen) {
        return seen.stream()
                .map(s -> s.alert().startsAt())
                .filter(start -> !start.equals(Instant.EPOCH))
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static MemberAlert newest(List<Seen> seen) {
        return seen.stream()
                .map(Seen::alert)
                .max(Comparator.comparing(MemberAlert::updatedAt))
                .orElseThrow();
    }

    /** Members mostly agree, so nothing is copied before they do not. */
    private static SortedSet<String> union(List<Seen> seen, Function<MemberAlert, SortedSet<String>> part) {
        SortedSet<String> all = part.apply(seen.getFirst().alert());
        for (Seen one : seen) {
            SortedSet<String> more = part.apply(one.alert());
            if (!more.equals(all)) {
                all = new TreeSet<>(all);
                all.addAll(more);
            }
        }
        return all;
    }

    private static @Nullable String runbook(Map<String, String> annotations) {
        String url = annotations.getOrDefault("runbook_url", annotations.getOrDefault("runbook", ""));
        return url.isBlank() ? null : url;
    }

    private static String place(ClusterAnswer cluster, MemberAnswer member) {
        return cluster.cluster() + "/" + member.member();
    }

    private static Map<String, ClusterSilence> mergeSilences(ClusterAnswer cluster) {
        Map<String, Silence> newest = new LinkedHashMap<>();
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (MemberAnswer member : cluster.members()) {
            for (Silence silence : member.silences()) {
                newest.merge(silence.id(), silence, (a, b) -> b.updatedAt().isAfter(a.updatedAt()) ? b : a);
                places.computeIfAbsent(silence.id(), id -> new ArrayList<>()).add(place(cluster, member));
            }
        }
        Map<String, ClusterSilence> merged = new LinkedHashMap<>();
        newest.forEach((id, silence) ->
                merged.put(id, new ClusterSilence(cluster.cluster(), silence, places.getOrDefault(id, List.of()))));
        return merged;
    }
}
