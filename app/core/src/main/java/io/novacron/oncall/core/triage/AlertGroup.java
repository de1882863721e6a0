package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that belong together.
 *
 * @param id the same for the same group at every refresh; empty for the only group of a flat table
 * @param key what they have in common by the grouping: the texts of the fields and their values
 * @param shared the labels that all their alerts have with the same value; rows need not repeat them
 * @param worst the worst severity among the rows that fire, or among all where none does
 * @param states how many alerts are in which state, every state present
 */
public record AlertGroup(
        String id, Labels key, Labels shared, Severity worst, Map<AlertState, Integer> states, List<TriageRow> rows) {

    public AlertGroup {
        states = Collections.unmodifiableMap(new EnumMap<>(states));
        rows = List.copyOf(rows);
    }

    /** How many alerts, each counted once (alerts guide A2). */
    public int alerts() {
        return states.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int firing() {
        return states.getOrDefault(AlertState.FIRING, 0);
    }
}
