package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Alert;
import java.util.List;

/**
 * One row of the table: an alert, or several that only differ in replica labels (alerts guide A6). What is written for a row
 * (an acknowledgement, a silence) is written for its {@link #raw} alerts.
 *
 * @param shown the one that stands for all: firing before quiet, the earliest before later ones
 * @param raw all of them, the shown one among them
 */
public record TriageRow(Alert shown, List<Alert> raw) {

    public TriageRow {
        raw = List.copyOf(raw);
    }

    public static TriageRow of(Alert alert) {
        return new TriageRow(alert, List.of(alert));
    }

    /** 1 where nothing was merged. */
    public int replicas() {
        return raw.size();
    }
}
