package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.alert.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One notification that a member sent: who was told what, and when.
 *
 * @param at by the clock of the member that sent it
 * @param member its name
 * @param integration {@code webhook}, {@code email}, {@code pagerduty}, {@code slack} or {@code sns}
 * @param firing whether any of the alerts fires; a notification without one says "resolved"
 * @param truncated how many alerts the receiver's limit left out
 */
public record Delivery(
        Instant at,
        String member,
        String receiver,
        String integration,
        String groupKey,
        boolean firing,
        List<Told> alerts,
        int truncated) {

    public Delivery {
        alerts = List.copyOf(alerts);
    }

    /** One alert of it. {@code endsAt} is null while it fires. */
    public record Told(
            Labels labels,
            Map<String, String> annotations,
            Instant startsAt,
            @Nullable Instant endsAt) {}
}
