package io.novacron.oncall.demo.rule;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.promql.LabelMatcher;
import io.novacron.oncall.demo.rule.AlertRun.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lives of a replica's alerts, readable as {@code ALERTS} and {@code ALERTS_FOR_STATE}. Any thread. */
final class AlertLog {

    static final String ALERTS = "ALERTS";
    static final String FOR_STATE = "ALERTS_FOR_STATE";

    /** By the alert's own labels; the runs in order of time. */
    private final Map<Labels, List<AlertRun>> runs = new HashMap<>();

    synchronized void add(Labels alert, AlertRun run) {
        runs.computeIfAbsent(alert, _ -> new ArrayList<>(1)).add(run);
    }

    /** Each of the alerts is there at {@code time}; whoever was there before and is no more ends. */
    synchronized void evaluated(List<ActiveAlert> before, List<ActiveAlert> now, long time, long step) {
        for (ActiveAlert alert : now) {
            if (alert.phase() != AlertPhase.INACTIVE) {
                extend(alert, time, step);
            }
        }
        for (ActiveAlert alert : before) {
            List<AlertRun> all = runs.get(alert.labels());
            if (all != null && !all.getLast().ended() && all.getLast().last() == time - step) {
                all.set(all.size() - 1, all.getLast().end());
            }
        }
    }

    /** The newest run of the alert that was seen between the two times; null without one. */
    synchronized @Nullable AlertRun newest(Labels alert, long from, long to) {
        List<AlertRun> all = runs.get(alert);
        if (all == null || all.getLast().last() < from || all.getLast().first() > to) {
            return null;
        }
        return all.getLast();
    }

    synchronized List<AlertSeries> select(List<LabelMatcher> matchers, long from, long to) {
        List<AlertSeries> found = new ArrayList<>();
        boolean states = named(matchers, ALERTS);
        boolean starts = named(matchers, FOR_STATE);
        if (!states && !starts) {
            return found;
        }
        List<LabelMatcher> byAlertname =
                matchers.stream().filter(one -> one.name().equals("alertname")).toList();
        runs.forEach((alert, all) -> {
            if (!byAlertname.stream().allMatch(one -> one.matches(alert))) {
                return;
            }
            List<AlertRun> touched =
                    all.stream().filter(run -> run.touches(from, to)).toList();
            for (Series series : Series.values()) {
                if ((series == Series.FOR_STATE ? starts : states)
                        && touched.stream().anyMatch(run -> run.has(series))) {
                    Labels labels = labels(alert, series);
                    if (matchers.stream().allMatch(one -> one.matches(labels))) {
                        found.add(new AlertSeries(labels, series, touched));
                    }
                }
            }
        });
        return found;
    }

    private void extend(ActiveAlert alert, long time, long step) {
        List<AlertRun> all = runs.computeIfAbsent(alert.labels(), _ -> new ArrayList<>(1));
        boolean fires = alert.phase() == AlertPhase.FIRING;
        long activeAt = alert.activeAt().toEpochMilli();
        AlertRun last = all.isEmpty() ? null : all.getLast();
        if (last != null && !last.ended() && last.activeAt() == activeAt && last.last() == time - step) {
            all.set(all.size() - 1, last.until(time, fires));
        } else {
            all.add(new AlertRun(activeAt, time, fires ? time : AlertRun.NEVER, time, step, false));
        }
    }

    /** Whether the matchers let one of the two names through. */
    static boolean named(List<LabelMatcher> matchers) {
        return named(matchers, ALERTS) || named(matchers, FOR_STATE);
    }

    private static boolean named(List<LabelMatcher> matchers, String name) {
        return matchers.stream()
                .filter(one -> one.name().equals("__name__"))
                .allMatch(one -> one.accepts().test(name));
    }

    private static Labels labels(Labels alert, Series series) {
        Map<String, String> labels = new TreeMap<>(alert.byName());
        labels.put("__name__", series == Series.FOR_STATE ? FOR_STATE : ALERTS);
        if (series != Series.FOR_STATE) {
            labels.put("alertstate", (series == Series.FIRING ? AlertPhase.FIRING : AlertPhase.PENDING).word());
        }
        return Labels.of(labels);
    }
}
