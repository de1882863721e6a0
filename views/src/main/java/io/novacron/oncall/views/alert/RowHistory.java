package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.fetch.OnDemand;
import io.novacron.oncall.core.firing.AlertHistory;
import io.novacron.oncall.core.firing.FiringDesk;
import io.novacron.oncall.core.firing.FiringHistory;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.views.fx.Fx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The last 24 h of the lines that are seen, asked for by one query at a time and anew when it is a minute old. FX
/// thread
/// only.
final class RowHistory {
    private static final Duration FRESH = Duration.ofSeconds(60);
    /// More than a screen has; what was scrolled away is forgotten.
    private static final int KEPT = 2_000;

    private record Known(AlertHistory history, Instant at) {}

    private final OnDemand<FiringDesk.HistoryRequest, FiringHistory> reads;
    private final Map<AlertKey, Known> known = new HashMap<>();
    private boolean asking;

    RowHistory(OnDemand<FiringDesk.HistoryRequest, FiringHistory> reads) {
        this.reads = reads;
    }

    /// Empty until it was answered.
    Optional<AlertHistory> of(AlertKey key) {
        return Optional.ofNullable(known.get(key)).map(Known::history);
    }

    /// Asks for those of these lines of which nothing fresh is known.
    ///
    /// @param then runs when something more is known
    void want(List<AlertRow> seen, AlertBoard board, Instant now, Runnable then) {
        boolean stale = seen.stream().anyMatch(row -> !fresh(row.key(), now));
        if (asking || !stale) {
            return;
        }
        asking = true;
        List<Alert> alerts = seen.stream().map(AlertRow::alert).toList();
        reads.ask(
                new FiringDesk.HistoryRequest(alerts, board, FiringDesk.DAY),
                fetched -> Fx.run(() -> {
                    asking = false;
                    take(alerts, fetched, now);
                    then.run();
                }));
    }

    private boolean fresh(AlertKey key, Instant now) {
        Known one = known.get(key);
        return one != null && Duration.between(one.at(), now).compareTo(FRESH) < 0;
    }

    /// After a failure the old picture stays, and the question rests for its minute.
    private void take(List<Alert> alerts, Fetched<FiringHistory> fetched, Instant now) {
        if (known.size() > KEPT) {
            known.clear();
        }
        for (Alert alert : alerts) {
            AlertHistory found = fetched instanceof Fetched.Answer<FiringHistory>(FiringHistory history, var contact)
                    ? history.byKey().get(alert.key())
                    : null;
            AlertHistory kept =
                    found == null ? of(alert.key()).orElse(new AlertHistory(List.of(), List.of(), 0, "")) : found;
            known.put(alert.key(), new Known(kept, now));
        }
    }
}
