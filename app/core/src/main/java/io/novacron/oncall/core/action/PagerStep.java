package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.routing.Channel;
import io.novacron.oncall.core.routing.GroupKey;
import io.novacron.oncall.core.routing.RoutingBook;
import io.novacron.oncall.core.routing.RoutingReading;
import io.novacron.oncall.core.routing.Told;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.PageSink;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Acknowledges in PagerDuty what it was told of these alerts: a silence acknowledges nothing there (alerts guide §4.6). */
final class PagerStep {

    private final PageSink pager;

    PagerStep(PageSink pager) {
        this.pager = pager;
    }

    /** What came of it, in words; empty where PagerDuty is not told of any of them. Never a failure of the acknowledgement. */
    String run(AlertBoard board, List<Alert> alerts) {
        Set<String> dedupKeys = new TreeSet<>();
        for (Alert alert : alerts) {
            switch (new RoutingBook().of(board, alert.key().cluster())) {
                case RoutingReading.Known known ->
                    known.routing().told(alert.labels()).taken().stream()
                            .filter(PagerStep::pages)
                            .map(taken -> GroupKey.dedupKey(taken.route(), alert.labels()))
                            .forEach(dedupKeys::add);
                case RoutingReading.Unknown(String sentence) -> {
                    return "PagerDuty: not acknowledged there: " + sentence;
                }
            }
        }
        for (String dedupKey : dedupKeys) {
            if (pager.acknowledge(dedupKey) instanceof Fetched.Failure<Boolean> failure) {
                return "PagerDuty: not acknowledged there, so it goes on escalating: "
                        + failure.error().sentence();
            }
        }
        return dedupKeys.isEmpty() ? "" : "PagerDuty: acknowledge sent";
    }

    private static boolean pages(Told.Taken taken) {
        return taken.receiver().integrations().stream().anyMatch(way -> way.channel() == Channel.PAGERDUTY);
    }
}
