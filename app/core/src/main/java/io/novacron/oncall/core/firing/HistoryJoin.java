package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.AlertSending;
import io.novacron.oncall.core.metric.Series;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the alerts of Alertmanager behind the series {@code ALERTS} of one Prometheus: each series is sent on its way through
 * external labels and relabelling, and what arrives is compared, label for label.
 */
final class HistoryJoin {

    static final int BUCKETS = 48;

    private static final Set<String> OF_THE_SERIES = Set.of("__name__", "alertstate");

    /** What became of all series that arrive as the same labels. */
    private static final class Arrived {
        private final BitSet firing = new BitSet();
        private int series;
    }

    private final String source;
    private final Timeline times;
    private final Map<Labels, Arrived> arrived = new LinkedHashMap<>();
    private final BitSet known = new BitSet();

    HistoryJoin(String source, Timeline times, List<Series> answer, List<AlertSending> sendings) {
        this.source = source;
        this.times = times;
        for (Series series : answer) {
            BitSet moments = times.moments(series);
            if (series.labels().size() == 0) {
                known.or(moments);
                continue;
            }
            Labels alert = series.labels().without(OF_THE_SERIES);
            Set<Labels> ways = new HashSet<>();
            sendings.forEach(sending -> ways.addAll(sending.sent(alert)));
            for (Labels way : ways) {
                Arrived one = arrived.computeIfAbsent(way, key -> new Arrived());
                one.firing.or(moments);
                one.series++;
            }
        }
        if (known.isEmpty()) {
            // it scrapes nothing by itself, so nothing tells its outages
            known.set(0, times.size());
        }
    }

    /** The alerts among these of which it knows. */
    Map<AlertKey, AlertHistory> of(Collection<Alert> alerts) {
        Map<AlertKey, AlertHistory> found = new HashMap<>();
        for (Alert alert : alerts) {
            Arrived one = arrived.get(alert.labels());
            if (one != null) {
                found.put(alert.key(), history(one));
            }
        }
        return found;
    }

    /** What fired and is none of these. */
    List<PastAlert> besides(Set<Labels> current) {
        List<PastAlert> past = new ArrayList<>();
        arrived.forEach((labels, one) -> {
            if (!current.contains(labels)) {
                past.add(new PastAlert(labels, history(one)));
            }
        });
        return past;
    }

    private AlertHistory history(Arrived one) {
        BitSet all = (BitSet) known.clone();
        all.or(one.firing);
        return new AlertHistory(
                times.buckets(one.firing, all, BUCKETS), times.runs(one.firing, all), one.series, source);
    }
}
