package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labels that tell the replicas of one Prometheus apart and split its alerts where it forgot to drop them (alerts guide A6,
 * reliability guide F65). For display alone: nothing is ever written by the merged labels.
 */
public record ReplicaLabels(Set<String> names) {

    public static final ReplicaLabels DEFAULT = new ReplicaLabels(Set.of("replica", "prometheus_replica"));

    /** Every alert is a row of its own. */
    public static final ReplicaLabels NONE = new ReplicaLabels(Set.of());

    private static final Comparator<Alert> STANDS_FOR_ALL = Comparator.comparing(
                    (Alert alert) -> alert.state() != AlertState.FIRING)
            .thenComparing(Alert::startsAt)
            .thenComparing(Alert::key);

    private record Same(String cluster, Labels labels) {}

    public ReplicaLabels {
        names = Set.copyOf(names);
    }

    /** One row for all alerts of one cluster that are equal without these labels; order as that of the first of each. */
    public List<TriageRow> rows(List<Alert> alerts) {
        List<TriageRow> rows = new ArrayList<>(alerts.size());
        Map<Same, Integer> places = new HashMap<>();
        Map<Integer, List<Alert>> split = new HashMap<>();
        for (Alert alert : alerts) {
            if (splits(alert)) {
                Same same = new Same(alert.key().cluster(), alert.labels().without(names));
                Integer place = places.putIfAbsent(same, rows.size());
                split.computeIfAbsent(place == null ? rows.size() : place, key -> new ArrayList<>(2))
                        .add(alert);
                if (place != null) {
                    continue;
                }
            }
            rows.add(TriageRow.of(alert));
        }
        split.forEach((place, replicas) -> rows.set(place, merged(replicas)));
        return rows;
    }

    private boolean splits(Alert alert) {
        for (String name : names) {
            if (alert.labels().has(name)) {
                return true;
            }
        }
        return false;
    }

    private static TriageRow merged(List<Alert> replicas) {
        List<Alert> sorted = replicas.stream().sorted(STANDS_FOR_ALL).toList();
        return new TriageRow(sorted.getFirst(), sorted);
    }
}
