package io.novacron.oncall.core.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<AlertKey, Instant> refreshed;
    private final Map<String, Map<String, ClusterSilence>> silences;
    private final Map<String, List<String>> configs;

    private AlertBoard(
            List<Alert> alerts,
            Map<AlertKey, Instant> refreshed,
            Map<String, Map<String, ClusterSilence>> silences,
            Map<String, List<String>> configs) {
        this.configs = configs;
        this.alerts = alerts;
        this.refreshed = refreshed;
        this.silences = silences;
        byKey = new HashMap<>();
        alerts.forEach(alert -> byKey.put(alert.key(), alert));
    }

    public static AlertBoard of(Collection<ClusterAnswer> clusters, SeverityMap severities) {
        List<Alert> alerts = new ArrayList<>();
        Map<AlertKey, Instant> refreshed = new HashMap<>();
        Map<String, Map<String, ClusterSilence>> silences = new TreeMap<>();
        Map<String, List<String>> configs = new HashMap<>();
        for (ClusterAnswer cluster : clusters) {
            AlertMerge merge = new AlertMerge(cluster, severities);
            alerts.addAll(merge.alerts());
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
                    refreshed.merge(
                            new AlertKey(cluster.cluster(), alert.fingerprint()),
                            alert.updatedAt(),
                            (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        }
        alerts.sort(WORST_FIRST);
        return new AlertBoard(List.copyOf(alerts), refreshed, silences, configs);
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
        return refreshed.get(key);
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
