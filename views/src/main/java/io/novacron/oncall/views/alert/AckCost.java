package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.ClusterAnswer;
import io.novacron.oncall.core.poll.Monitor;
import io.novacron.oncall.core.routing.Channel;
import io.novacron.oncall.core.routing.RoutingBook;
import io.novacron.oncall.core.routing.RoutingReading;
import io.novacron.oncall.core.routing.Told;
import io.novacron.oncall.core.store.Snapshot;
import io.novacron.oncall.core.time.PromDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What an acknowledgement does to the pages of some alerts, in sentences (alerts guide §4).
final class AckCost {
    private static final int MOST = 3;

    private final RoutingBook book = new RoutingBook();
    private final boolean pager;

    /// @param pager whether PagerDuty is acknowledged together with Alertmanager
    AckCost(boolean pager) {
        this.pager = pager;
    }

    List<String> sentences(Monitor.AlertsNow now, List<AlertKey> keys) {
        List<String> sentences = new ArrayList<>();
        long wait = 15L * (members(now, keys) - 1);
        sentences.add("While it holds, Alertmanager sends no page and no “resolved” notice for it."
                + (wait > 0 ? " A page already on its way may still arrive for " + wait + " s." : ""));
        Set<String> told = new LinkedHashSet<>();
        List<Duration> repeats = new ArrayList<>();
        boolean pagerDuty = false;
        for (AlertKey key : keys) {
            Alert alert = now.board().alert(key);
            if (alert != null) {
                switch (book.of(now.board(), key.cluster())) {
                    case RoutingReading.Known known -> {
                        Told ways = known.routing().told(alert.labels());
                        told.addAll(ways.ways());
                        pagerDuty |= escalates(ways);
                        Duration repeat = ways.repeatInterval();
                        if (repeat != null) {
                            repeats.add(repeat);
                        }
                    }
                    case RoutingReading.Unknown(String sentence) -> told.add(sentence);
                }
            }
        }
        sentences.add(told.isEmpty() ? "Its route tells nobody." : "Told of it so far: " + first(told) + ".");
        if (pagerDuty) {
            sentences.add(
                    pager
                            ? "PagerDuty is asked to stop escalating; whether it took that, the ladder says."
                            : "PagerDuty goes on escalating, and pages on, until it is acknowledged there too.");
        }
        repeats.stream()
                .max(Comparator.naturalOrder())
                .ifPresent(longest ->
                        sentences.add("If it ends while the alert fires, this console alarms at once, but the"
                                + " next page may take " + PromDuration.format(longest) + "."));
        return sentences;
    }

    private static boolean escalates(Told ways) {
        return ways.taken().stream()
                .flatMap(taken -> taken.receiver().integrations().stream())
                .anyMatch(way -> way.channel() == Channel.PAGERDUTY);
    }

    private static String first(Set<String> told) {
        String some = String.join(" · ", told.stream().limit(MOST).toList());
        return told.size() <= MOST ? some : some + " and " + (told.size() - MOST) + " more";
    }

    private static int members(Monitor.AlertsNow now, List<AlertKey> keys) {
        Set<String> clusters = new LinkedHashSet<>();
        keys.forEach(key -> clusters.add(key.cluster()));
        return now.from().stream()
                .map(Snapshot::value)
                .filter(answer -> clusters.contains(answer.cluster()))
                .mapToInt(ClusterAnswer::configured)
                .max()
                .orElse(1);
    }
}
