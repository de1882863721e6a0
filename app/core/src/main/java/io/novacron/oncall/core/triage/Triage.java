package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Alert;
import java.util.ArrayList;
import java.util.List;

/**
 * Alerts as they are looked at: filtered, replicas merged, grouped, sorted. The same alerts in any order give the same rows.
 *
 * @param groups in order; exactly one without a header for {@link Grouping.Flat}, none where nothing is left
 * @param alerts how many alerts passed the filter, each counted once
 * @param total how many there were
 */
public record Triage(List<AlertGroup> groups, int alerts, int total) {

    /** How the operator wants to see them. */
    public record Request(TriageQuery query, Grouping grouping, SortBy sort, ReplicaLabels replicas) {

        /** Everything, worst first, replicas merged. */
        public static final Request DEFAULT =
                new Request(TriageQuery.EVERYTHING, Grouping.FLAT, SortBy.WORST_FIRST, ReplicaLabels.DEFAULT);
    }

    public Triage {
        groups = List.copyOf(groups);
    }

    public static Triage of(List<Alert> alerts, Request request, Scene scene) {
        List<Alert> passed = passed(alerts, request.query(), scene);
        List<TriageRow> rows = RowOrder.sorted(request.replicas().rows(passed), request.sort(), scene);
        return new Triage(Groups.of(rows, request.grouping(), request.sort(), scene), passed.size(), alerts.size());
    }

    /** All rows in order, group after group. */
    public List<TriageRow> rows() {
        return groups.size() == 1
                ? groups.getFirst().rows()
                : groups.stream().flatMap(group -> group.rows().stream()).toList();
    }

    private static List<Alert> passed(List<Alert> alerts, TriageQuery query, Scene scene) {
        if (query.everything()) {
            return alerts;
        }
        List<Alert> passed = new ArrayList<>();
        for (Alert alert : alerts) {
            if (query.matches(alert, scene)) {
                passed.add(alert);
            }
        }
        return passed;
    }
}
