package io.novacron.oncall.core.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All alerts and silences of all clusters, merged from their latest answers. Immutable.
 *
 * <p>Alerts are in the order of {@link #WORST_FIRST}.
 */
public final class AlertBoard {

    public static final AlertBoard EMPTY = of(List.of(), SeverityMap.DEFAULT);

    /** By severity, then the longest firing first, then by identity, so that the order never depends on arrival. */
    public static final Comparator<Alert> WORST_FIRST =
            Comparator.comparing(Alert::severity).thenComparing(Alert::startsAt).thenComparing(Alert::key);

    private final List<Alert> alerts;
    private final Map<AlertKey, Alert> byKey;
    private final Map<AlertKey, Heard> heard;
    private final Map<String, Map<String, ClusterSilence>> silences;
    private final Map<String, List<String>> configs;
    private final List<ClusterAnswer> answers;

    /**
     * How the members know of an alert.
     *
     * @param refreshed the last time any of them heard of it
     * @param witnessed whether one of them already ran when the start began that it tells
     */
    private record Heard(Instant refreshed, boolean witnessed) {

        static Heard of(MemberAnswer member, MemberAlert alert) {
            return new Heard(alert.updatedAt(), member.startedAt().isBefore(alert.startsAt()));
        }

        Heard or(Heard other) {
            return new Heard(
                    refreshed.isAfter(other.refreshed) ? refreshed : other.refreshed, witnessed || other.witnessed);
        }
    }

    private AlertBoard(
            List<Alert> alerts,
            Map<AlertKey, Heard> heard,
            Map<String, Map<String, ClusterSilence>> silences,
            Map<String, List<String>> configs,
            List<ClusterAnswer> answers) {
        this.configs = configs;
        this.answers = answers;
        this.alerts = alerts;
        this.heard = heard;
        this.silences = silences;
        byKey = new HashMap<>();
        alerts.forEach(alert -> byKey.put(alert.key(), alert));
    }

    public static AlertBoard of(Collection<ClusterAnswer> clusters, SeverityMap severities) {
        return of(clusters, severities, null);
    }

    /** Merges the answers; an alert that is as it was on the board {@code before} is taken from there. */
    public static AlertBoard of(
            Collection<ClusterAnswer> clusters, SeverityMap severities, @Nullable AlertBoard before) {
        List<Alert> alerts = new ArrayList<>();
        Map<AlertKey, Heard> heard = new HashMap<>();
        Map<String, Map<String, ClusterSilence>> silences = new TreeMap<>();
        Map<String, List<String>> configs = new HashMap<>();
        for (ClusterAnswer cluster : clusters) {
            AlertMerge merge = new AlertMerge(cluster, severities);
            for (Alert alert : merge.alerts()) {
                Alert known = before == null ? null : before.alert(alert.key());
                alerts.add(alert.equals(known) ? known : alert);
            }
            silences.put(cluster.cluster(), merge.silences());
            configs.put(
                    cluster.cluster(),
                    cluster.members().stream()
                            .map(MemberAnswer::config)
                            .filter(config -> !config.isEmpty())
                            .distinct()
                            .toList());
            for (MemberAnswer member : cluster.members()) {
                for (MemberAlert alert : member.alerts()) {
                    heard.merge(
                            new AlertKey(cluster.cluster(), alert.fingerprint()), Heard.of(member, alert), Heard::or);
                }
            }
        }
        alerts.sort(WORST_FIRST);
        return new AlertBoard(List.copyOf(alerts), heard, silences, configs, List.copyOf(clusters));
    }

    public List<Alert> alerts() {
        return alerts;
    }

    public @Nullable Alert alert(AlertKey key) {
        return byKey.get(key);
    }

    /** Every cluster's alert with this fingerprint. */
    public List<Alert> withFingerprint(String fingerprint) {
        return alerts.stream()
                .filter(alert -> alert.key().fingerprint().equals(fingerprint))
                .toList();
    }

    /** When a member last heard of the alert from whoever sends it, by that member's clock; null if it is not there. */
    public @Nullable Instant refreshed(AlertKey key) {
        Heard known = heard.get(key);
        return known == null ? null : known.refreshed();
    }

    /**
     * True where a member tells the start of the alert that already ran at that time: then a start later than one known
     * before is a new firing. A member restarted since may merely have forgotten the earlier one (alerts guide §4.1).
     */
    public boolean startWitnessed(AlertKey key) {
        Heard known = heard.get(key);
        return known != null && known.witnessed();
    }

    /** What each member by itself says of the alert, by {@code host:port}; those that do not list it are left out. */
    public SortedMap<String, MemberAlert> members(AlertKey key) {
        SortedMap<String, MemberAlert> words = new TreeMap<>();
        for (ClusterAnswer answer : answers) {
            if (answer.cluster().equals(key.cluster())) {
                for (MemberAnswer member : answer.members()) {
                    for (MemberAlert alert : member.alerts()) {
                        if (alert.fingerprint().equals(key.fingerprint())) {
                            words.put(member.member(), alert);
                        }
                    }
                }
            }
        }
        return words;
    }

    /** The different configurations that the cluster's members show; more than one while they disagree. */
    public List<String> configs(String cluster) {
        return configs.getOrDefault(cluster, List.of());
    }

    public @Nullable ClusterSilence silence(String cluster, String id) {
        return silences.getOrDefault(cluster, Map.of()).get(id);
    }

    /** Expired ones included, as long as the servers list them. */
    public List<ClusterSilence> silences() {
        return silences.values().stream()
                .flatMap(ofCluster -> ofCluster.values().stream())
                .toList();
    }
}
