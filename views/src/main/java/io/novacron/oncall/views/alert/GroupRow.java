package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.triage.AlertGroup;
import io.novacron.oncall.core.triage.TriageRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// The head of a group.
///
/// @param id        the same at every refresh
/// @param title     what its alerts have in common by the grouping
/// @param shared    the labels that all of them have besides, one text
/// @param severity  the worst that fires, or the worst of all where none does
/// @param states    how many alerts are in which state
/// @param collapsed its alerts are not in the list
record GroupRow(
        GroupId id,
        String title,
        String shared,
        Severity severity,
        Map<AlertState, Integer> states,
        List<AlertKey> about,
        boolean collapsed)
        implements Line {

    /// Told apart from an alert's key.
    record GroupId(String text) {}

    GroupRow {
        states = Map.copyOf(states);
        about = List.copyOf(about);
    }

    static GroupRow of(AlertGroup group, boolean collapsed) {
        var about = new ArrayList<AlertKey>();
        for (TriageRow row : group.rows()) {
            row.raw().forEach(alert -> about.add(alert.key()));
        }
        String shared = AlertRow.telling(group.shared().byName().entrySet().stream()
                .filter(label -> !group.key().has(label.getKey()) && !AlertRow.TOLD.contains(label.getKey())));
        return new GroupRow(
                new GroupId(group.id()), title(group), shared, group.worst(), group.states(), about, collapsed);
    }

    /// `24 alerts: 20 firing, 3 acknowledged, 1 silenced`.
    String counts() {
        var parts = new StringJoiner(", ");
        for (AlertState state : AlertState.values()) {
            int count = states.getOrDefault(state, 0);
            if (count > 0) {
                parts.add(count + " " + state.word());
            }
        }
        return parts.toString();
    }

    boolean fires() {
        return states.getOrDefault(AlertState.FIRING, 0) > 0;
    }

    private static String title(AlertGroup group) {
        var title = new StringJoiner("  ·  ");
        group.key().byName().forEach((name, value) -> {
            String shown = value.isEmpty() ? "(none)" : value;
            title.add(name.equals("alertname") || name.equals("@name") ? shown : name + " " + shown);
        });
        return title.toString();
    }
}
