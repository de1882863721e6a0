package io.novacron.oncall.views.firing;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.firing.PastAlert;
import io.novacron.oncall.core.firing.Run;
import io.novacron.oncall.core.firing.SeenLog;
import io.novacron.oncall.views.controls.ExactTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An alert that was seen to fire no more.
///
/// @param start  of its last time of firing
/// @param end    when it was first seen not to fire
/// @param times  how often it began in the time that was asked for; 0 where only the console saw it
/// @param source who tells
record Resolved(Labels labels, Instant start, Instant end, int times, String source) {

    private static final Comparator<Resolved> LATEST_FIRST =
            Comparator.comparing(Resolved::end).reversed().thenComparing(Resolved::labels);

    /// What Prometheus tells, and of the rest what the console saw.
    static List<Resolved> of(List<PastAlert> past, List<SeenLog.Ended> ended, AlertBoard board) {
        Map<Labels, Resolved> byLabels = new LinkedHashMap<>();
        for (PastAlert one : past) {
            List<Run> runs = one.history().runs();
            Instant end = runs.isEmpty() ? null : runs.getLast().end();
            if (end != null) {
                var found = new Resolved(
                        one.labels(),
                        runs.getLast().start(),
                        end,
                        one.history().starts(),
                        one.history().source());
                byLabels.merge(one.labels(), found, Resolved::later);
            }
        }
        seen(ended, board).forEach(one -> byLabels.merge(one.labels(), one, (known, own) -> known));
        return byLabels.values().stream().sorted(LATEST_FIRST).toList();
    }

    /// What the console saw end and does not fire again.
    static List<Resolved> seen(List<SeenLog.Ended> ended, AlertBoard board) {
        Map<Labels, Resolved> byLabels = new LinkedHashMap<>();
        for (SeenLog.Ended one : ended) {
            Alert alert = one.last();
            if (board.alert(alert.key()) == null) {
                var found = new Resolved(alert.labels(), alert.startsAt(), one.at(), 0, "this console");
                byLabels.merge(alert.labels(), found, Resolved::later);
            }
        }
        return byLabels.values().stream().sorted(LATEST_FIRST).toList();
    }

    String name() {
        String name = labels.get("alertname");
        return name.isEmpty() ? "(no name)" : name;
    }

    /// All that a search looks at, in small letters.
    String text() {
        return labels.byName().toString().toLowerCase(Locale.ROOT);
    }

    /// `22 Nov 15:30 – 22 Nov 15:45  3×`.
    String when(ExactTime exact) {
        return exact.minutes(start) + " – " + exact.minutes(end) + (times > 1 ? "  " + times + "×" : "");
    }

    /// Of how many nothing is known after they fired: not resolved, and not in Alertmanager.
    static long open(List<PastAlert> past) {
        return past.stream()
                .map(one -> one.history().runs())
                .filter(runs -> !runs.isEmpty() && runs.getLast().end() == null)
                .count();
    }

    private static Resolved later(Resolved a, Resolved b) {
        return b.end().isAfter(a.end()) ? b : a;
    }
}
