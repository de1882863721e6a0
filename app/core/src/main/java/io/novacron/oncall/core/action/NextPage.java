package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.RoutingBook;
import io.novacron.oncall.core.routing.RoutingReading;
import io.novacron.oncall.core.time.PromDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * When Alertmanager pages again for what it has told already: only when the repeat interval of the route has passed since its
 * last notification (alerts guide §4.6). That moment is not known, so this is the latest it can be.
 *
 * @param notBefore null where the route is not known, or tells nobody
 * @param words for the operator, without times
 */
record NextPage(@Nullable Instant notBefore, String words) {

    static NextPage of(AlertBoard board, String cluster, Collection<Labels> alerts, Instant now) {
        return switch (new RoutingBook().of(board, cluster)) {
            case RoutingReading.Known known -> {
                Duration shortest = null;
                for (Labels labels : alerts) {
                    Duration repeat = known.routing().told(labels).repeatInterval();
                    shortest =
                            shortest == null || (repeat != null && repeat.compareTo(shortest) < 0) ? repeat : shortest;
                }
                yield shortest == null
                        ? new NextPage(null, "its route tells nobody, so nobody is paged")
                        : new NextPage(
                                now.plus(shortest),
                                "the next page may take " + PromDuration.format(shortest)
                                        + ", the repeat interval of its route");
            }
            case RoutingReading.Unknown unknown ->
                new NextPage(null, "when it pages again is not known: " + unknown.sentence());
        };
    }
}
