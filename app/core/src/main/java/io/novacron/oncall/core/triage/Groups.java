package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.routing.RoutingBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts rows together; their order stays, and a group stands where its first row would. */
final class Groups {

    private Groups() {}

    static List<AlertGroup> of(List<TriageRow> rows, Grouping grouping, SortBy sort, Scene scene) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return switch (grouping) {
            case Grouping.Flat _ -> List.of(group(Labels.NONE, "", rows));
            case Grouping.By(List<Field> fields) ->
                put(rows, alert -> values(fields, alert, scene), values -> key(fields, values), sort);
            case Grouping.Alertmanagers(RoutingBook book) -> {
                RouteKeys keys = new RouteKeys(book, scene.board());
                yield put(rows, keys::of, RouteKeys.Key::labels, sort);
            }
        };
    }

    private static <K> List<AlertGroup> put(
            List<TriageRow> rows, Function<Alert, K> key, Function<K, Labels> shown, SortBy sort) {
        Map<K, List<TriageRow>> byKey = new LinkedHashMap<>();
        for (TriageRow row : rows) {
            byKey.computeIfAbsent(key.apply(row.shown()), one -> new ArrayList<>())
                    .add(row);
        }
        List<AlertGroup> groups = new ArrayList<>(byKey.size());
        byKey.forEach((one, members) -> {
            Labels labels = shown.apply(one);
            groups.add(group(labels, labels.toString(), members));
        });
        if (sort.equals(SortBy.WORST_FIRST)) {
            // what still fires counts, not what somebody has taken already
            groups.sort(Comparator.comparing((AlertGroup group) -> group.firing() == 0)
                    .thenComparing(AlertGroup::worst));
        }
        return groups;
    }

    private static List<String> values(List<Field> fields, Alert alert, Scene scene) {
        String[] values = new String[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Field.text(fields.get(i), alert, scene);
        }
        return List.of(values);
    }

    private static Labels key(List<Field> fields, List<String> values) {
        Map<String, String> key = new TreeMap<>();
        for (int i = 0; i < fields.size(); i++) {
            key.put(fields.get(i).text(), values.get(i));
        }
        return Labels.of(key);
    }

    private static AlertGroup group(Labels key, String id, List<TriageRow> rows) {
        Map<AlertState, Integer> states = new EnumMap<>(AlertState.class);
        for (AlertState state : AlertState.values()) {
            states.put(state, 0);
        }
        SharedLabels shared = new SharedLabels();
        Severity worst = Severity.S5;
        Severity worstFiring = null;
        for (TriageRow row : rows) {
            for (Alert alert : row.raw()) {
                states.merge(alert.state(), 1, Integer::sum);
                shared.add(alert.labels());
                Severity severity = alert.severity();
                worst = severity.compareTo(worst) < 0 ? severity : worst;
                if (alert.state() == AlertState.FIRING
                        && (worstFiring == null || severity.compareTo(worstFiring) < 0)) {
                    worstFiring = severity;
                }
            }
        }
        return new AlertGroup(id, key, shared.labels(), worstFiring == null ? worst : worstFiring, states, rows);
    }
}
