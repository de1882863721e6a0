package io.novacron.oncall.core.notify;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.Severity;
import java.time.Instant;
import java.util.List;

/**
 * A notice that the budget has not let through yet.
 *
 * @param alerts worst first; those whose twin it speaks for come last
 */
record Draft(
        Notice.Kind kind,
        String topic,
        Severity severity,
        List<Alert> alerts,
        String title,
        String body,
        Tone tone,
        String held) {

    Draft {
        alerts = List.copyOf(alerts);
    }

    boolean page() {
        return severity.compareTo(Severity.S2) <= 0;
    }

    Notice raise(long id, Instant now) {
        return new Notice(
                id,
                now,
                kind,
                severity,
                title,
                body,
                alerts.isEmpty() ? null : alerts.getFirst().key(),
                alerts.size(),
                held,
                held.isEmpty() ? tone : Tone.NONE,
                topic);
    }
}
