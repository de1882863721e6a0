package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Ack;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.AlertState;
import io.novacron.oncall.core.alert.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the list. Texts are as they came, escaped only where they are drawn.
///
/// @param why       why it is quiet; empty for one that fires
/// @param underWay  what the operator has asked for and is not proved yet: `ack queued…`; never changes `state`
/// @param owner     who works on it; empty for nobody
/// @param ownedSince null where nobody works on it
/// @param dimmed    its source does not answer: of the past, not of now
record AlertRow(
        AlertKey key,
        Severity severity,
        String name,
        String summary,
        String cluster,
        Instant startsAt,
        AlertState state,
        String why,
        String underWay,
        String owner,
        @Nullable Instant ownedSince,
        boolean dimmed) {

    static AlertRow of(Alert alert, AlertBoard board, String underWay, boolean dimmed) {
        Ack ack = alert.ack();
        return new AlertRow(
                alert.key(),
                alert.severity(),
                alert.name().isEmpty() ? alert.key().fingerprint() : alert.name(),
                alert.summary(),
                alert.key().cluster(),
                alert.startsAt(),
                alert.state(),
                why(alert, board),
                underWay,
                ack == null ? "" : ack.owner(),
                ack == null ? null : ack.since(),
                dimmed);
    }

    private static String why(Alert alert, AlertBoard board) {
        if (alert.state() == AlertState.FIRING) {
            return "";
        }
        Ack ack = alert.ack();
        if (alert.state() == AlertState.ACKNOWLEDGED && ack != null) {
            return ack.comment();
        }
        List<QuietReason> reasons = QuietReason.of(alert, board);
        if (reasons.isEmpty()) {
            return "";
        }
        String more = reasons.size() == 1 ? "" : " (+" + (reasons.size() - 1) + ")";
        return reasons.getFirst().brief() + more;
    }
}
