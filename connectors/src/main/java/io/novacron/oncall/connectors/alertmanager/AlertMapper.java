package io.novacron.oncall.connectors.alertmanager;

import com.google.common.collect.ImmutableSortedSet;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.MemberAlert;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
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
    private final Map<String, Instant> times = new HashMap<>();
    private final Flaws flaws;
    private final UnaryOperator<MemberAlert> pooled;

    /** @param pooled an equal alert, which may be shared with others */
    AlertMapper(Flaws flaws, UnaryOperator<MemberAlert> pooled) {
        this.flaws = flaws;
        this.pooled = pooled;
    }

    void addGroup(Wire.@Nullable Group group) {
        if (group == null || group.alerts() == null) {
            flaws.add("group without alerts");
            return;
        }
        for (Wire.Alert row : group.alerts()) {
            MemberAlert alert = alert(row);
            MemberAlert known = byFingerprint.get(alert.fingerprint());
            keep(known == null ? alert : merged(known, alert));
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

    AlertReader.Reading reading() {
        return new AlertReader.Reading(
                byFingerprint.values().stream().map(pooled).toList(), flaws);
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
        Labels labels = Labels.of(WireText.map(alert.labels()));
        String fingerprint = WireText.orEmpty(alert.fingerprint());
        if (fingerprint.isEmpty()) {
            flaws.add("alert without fingerprint");
        }
        Instant startsAt = time(alert.startsAt());
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
                timeOrEpoch(alert.endsAt()),
                timeOrEpoch(alert.updatedAt()),
                WireText.orEmpty(status.state()),
                ImmutableSortedSet.copyOf(WireText.present(status.silencedBy())),
                ImmutableSortedSet.copyOf(WireText.present(status.inhibitedBy())),
                ImmutableSortedSet.copyOf(WireText.present(status.mutedBy())),
                ImmutableSortedSet.copyOf(WireText.names(alert.receivers())),
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
                mutedInBoth ? union(one.mutedBy(), other.mutedBy()) : ImmutableSortedSet.of(),
                union(one.receivers(), other.receivers()),
                one.generatorUrl());
    }

    private static SortedSet<String> union(SortedSet<String> one, SortedSet<String> other) {
        return ImmutableSortedSet.<String>naturalOrder()
                .addAll(one)
                .addAll(other)
                .build();
    }

    /** Alerts of one evaluation, and of one batch, carry the same times. */
    private @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Instant known = times.get(text);
        if (known == null) {
            known = WireTime.parse(text);
            if (known != null) {
                times.put(text, known);
            }
        }
        return known;
    }

    private Instant timeOrEpoch(@Nullable String text) {
        Instant time = time(text);
        return time == null ? Instant.EPOCH : time;
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
