package io.novacron.oncall.core.action;

import io.novacron.oncall.core.action.SilenceWriter.NotWritten;
import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.routing.Channel;
import io.novacron.oncall.core.routing.GroupKey;
import io.novacron.oncall.core.routing.RoutingBook;
import io.novacron.oncall.core.routing.RoutingReading;
import io.novacron.oncall.core.routing.Told;
import io.novacron.oncall.core.source.Fetched;
import io.novacron.oncall.core.source.PageSink;
import io.novacron.oncall.core.source.SourceError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Acknowledges in PagerDuty what it was told of these alerts: a silence acknowledges nothing there (alerts guide §4.6). */
final class PagerStep {

    private final PageSink pager;

    PagerStep(PageSink pager) {
        this.pager = pager;
    }

    /** What came of it, in words; empty where PagerDuty is not told of any of them. Never a failure of the acknowledgement. */
    String run(AlertBoard board, List<Alert> alerts, Climb climb) {
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
        Map<String, String> failed = new LinkedHashMap<>();
        dedupKeys.forEach(dedupKey -> {
            String why = acknowledge(dedupKey, climb);
            if (!why.isEmpty()) {
                failed.put(dedupKey, why);
            }
        });
        return dedupKeys.isEmpty() ? "" : said(dedupKeys.size(), failed);
    }

    /** Why not; empty where it was taken. */
    private String acknowledge(String dedupKey, Climb climb) {
        try {
            return climb.page(pager, dedupKey) instanceof Fetched.Failure<Boolean>(SourceError error)
                    ? error.sentence()
                    : "";
        } catch (NotWritten notWritten) {
            return String.valueOf(notWritten.getMessage());
        }
    }

    private static String said(int groups, Map<String, String> failed) {
        if (failed.isEmpty()) {
            return "PagerDuty: acknowledge sent";
        }
        if (groups == 1) {
            return "PagerDuty: not acknowledged there, so it goes on escalating: "
                    + failed.values().iterator().next();
        }
        StringBuilder text = new StringBuilder("PagerDuty: acknowledge sent for ")
                .append(groups - failed.size())
                .append(" of ")
                .append(groups)
                .append(" groups of alerts; these go on escalating: ");
        failed.forEach((dedupKey, why) ->
                text.append(dedupKey, 0, 8).append("… (").append(why).append(") "));
        return text.toString().strip();
    }

    private static boolean pages(Told.Taken taken) {
        return taken.receiver().integrations().stream().anyMatch(way -> way.channel() == Channel.PAGERDUTY);
    }
}
