package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.alert.AlertKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What Prometheus says of some alerts.
 *
 * @param step how exact the times are
 * @param byKey one for each alert that was asked for
 * @param past of the same names, what fired in that time and is over
 * @param doubts one sentence for each source that could not say all
 */
public record FiringHistory(
        Instant start,
        Instant end,
        Duration step,
        Map<AlertKey, AlertHistory> byKey,
        List<PastAlert> past,
        List<String> doubts) {

    public FiringHistory {
        byKey = Map.copyOf(byKey);
        past = List.copyOf(past);
        doubts = List.copyOf(doubts);
    }
}
