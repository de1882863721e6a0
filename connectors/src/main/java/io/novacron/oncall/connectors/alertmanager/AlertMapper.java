package io.novacron.oncall.connectors.alertmanager;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Alerts of one member: one {@link MemberAlert} per fingerprint, although an alert on several routes stands in several
 * groups (alerts guide A2). Total: whatever came is kept, and what was missing is counted in {@link Flaws}.
 *
 * <p>From 0.33 an alert may be muted in one group and active in another. It then still pages by that other group, so it
 * counts as muted only if every group of it is muted; its state is the loudest of its groups.
 */
final class AlertMapper {

    /** Most alerts kept of one member (reliability guide §2). */
    static final int MOST = 100_000;

    private final Map<String, MemberAlert> byFingerprint = new LinkedHashMap<>();
    private final Flaws flaws;

    AlertMapper(Flaws flaws) {
        this.flaws = flaws;
    }

    void addGroups(List<? extends Wire.@Nullable Group> groups) {
        for (Wire.Group group : groups) {
            if (group == null || group.alerts() == null) {
                flaws.add("group without alerts");
                continue;
            }
            for (Wire.Alert row : group.alerts()) {
                MemberAlert alert = alert(row);
                MemberAlert known = byFingerprint.get(alert.fingerprint());
                keep(known == null ? alert : merged(known, alert));
            }
        }
    }

    /** The flat list knows no muting, so it only brings alerts that no group had. */
    void addUngrouped(List<? extends Wire.@Nullable Alert> alerts) {
        for (Wire.Alert row : alerts) {
            MemberAlert alert = alert(row);
            if (!byFingerprint.containsKey(alert.fingerprint())) {
                keep(alert);
            }
        }
    }

    List<MemberAlert> alerts() {
        return new ArrayList<>(byFingerprint.values());
    }

    private void keep(MemberAlert alert) {
        if (byFingerprint.size() >= MOST && !byFingerprint.containsKey(alert.fingerprint())) {
            flaws.add("alert left out, more than " + MOST);
            return;
        }
        byFingerprint.put(alert.fingerprint(), alert);
    }

    private MemberAlert alert(Wire.@Nullable Alert row) {
        Wire.Alert alert = row == null ? NOTHING : row;
        Wire.AlertStatus status = alert.status() == null ? NO_STATUS : alert.status();
        if (alert.labels() == null) {
            flaws.add("alert without labels");
        }
        Labels labels = new Labels(WireText.map(alert.labels()));
        String fingerprint = WireText.orEmpty(alert.fingerprint());
        if (fingerprint.isEmpty()) {
            flaws.add("alert without fingerprint");
        }
        Instant startsAt = WireTime.parse(alert.startsAt());
        if (startsAt == null) {
            flaws.add("alert without startsAt");
        }
        if (status.state() == null) {
            flaws.add("alert without state");
        }
        return new MemberAlert(
                fingerprint.isEmpty() ? labels.fingerprint() : fingerprint,
                labels,
                WireText.map(alert.annotations()),
                startsAt == null ? Instant.EPOCH : startsAt,
                WireTime.parseOr(alert.endsAt(), Instant.EPOCH),
                WireTime.parseOr(alert.updatedAt(), Instant.EPOCH),
                WireText.orEmpty(status.state()),
                new TreeSet<>(WireText.present(status.silencedBy())),
                new TreeSet<>(WireText.present(status.inhibitedBy())),
                new TreeSet<>(WireText.present(status.mutedBy())),
                new TreeSet<>(WireText.names(alert.receivers())),
                WireText.orEmpty(alert.generatorUrl()));
    }

    private static MemberAlert merged(MemberAlert one, MemberAlert other) {
        boolean mutedInBoth = !one.mutedBy().isEmpty() && !other.mutedBy().isEmpty();
        return new MemberAlert(
                one.fingerprint(),
                one.labels(),
                one.annotations(),
                one.startsAt(),
                one.endsAt(),
                one.updatedAt(),
                loudness(one.state()) <= loudness(other.state()) ? one.state() : other.state(),
                union(one.silencedBy(), other.silencedBy()),
                union(one.inhibitedBy(), other.inhibitedBy()),
                mutedInBoth ? union(one.mutedBy(), other.mutedBy()) : new TreeSet<>(),
                union(one.receivers(), other.receivers()),
                one.generatorUrl());
    }

    private static SortedSet<String> union(SortedSet<String> one, SortedSet<String> other) {
        SortedSet<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Active beats suppressed beats unprocessed (alerts guide A7); a word that we do not know counts as firing. */
    private static int loudness(String state) {
        return switch (state) {
            case "active" -> 1;
            case "suppressed" -> 2;
            case "unprocessed" -> 3;
            default -> 0;
        };
    }

    private static final Wire.Alert NOTHING = new Wire.Alert(null, null, null, null, null, null, null, null, null);
    private static final Wire.AlertStatus NO_STATUS = new Wire.AlertStatus(null, null, null, null);
}
