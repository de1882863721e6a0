package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Matcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The matchers of an acknowledgement and the alerts they hit. Always every label with equality, never a union of labels over
 * several alerts, whose cross product hits what nobody chose (alerts guide §4.3, S12).
 */
record AckPlan(List<Matcher> matchers, List<Alert> hits) {

    AckPlan {
        matchers = List.copyOf(matchers);
        hits = List.copyOf(hits);
    }

    /** The fewest silences whose hits are exactly the selection, given all alerts that fire now in the cluster. */
    static List<AckPlan> of(List<Alert> selection, List<Alert> all) {
        Set<AlertKey> open = new LinkedHashSet<>();
        selection.forEach(alert -> open.add(alert.key()));
        Set<AlertKey> chosen = Set.copyOf(open);
        List<AckPlan> plans = new ArrayList<>();
        List<Alert> fewestLabelsFirst = selection.stream()
                .sorted(Comparator.comparingInt((Alert alert) -> alert.labels().size())
                        .thenComparing(Alert::key))
                .toList();
        for (Alert alert : fewestLabelsFirst) {
            if (open.contains(alert.key())) {
                AckPlan plan = exactly(alert, chosen, all);
                plans.add(plan);
                plan.hits().forEach(hit -> open.remove(hit.key()));
            }
        }
        return plans;
    }

    boolean hits(Labels labels) {
        return hits(matchers, labels);
    }

    private static boolean hits(List<Matcher> equalities, Labels labels) {
        return equalities.stream()
                .allMatch(matcher -> labels.get(matcher.name()).equals(matcher.value()));
    }

    /** What else equals in every label carries more of them: each such label is required to be empty. */
    private static AckPlan exactly(Alert alert, Set<AlertKey> chosen, List<Alert> all) {
        List<Matcher> matchers = new ArrayList<>();
        alert.labels().byName().forEach((name, value) -> matchers.add(Matcher.equal(name, value)));
        while (true) {
            List<Alert> hits =
                    all.stream().filter(other -> hits(matchers, other.labels())).toList();
            var stranger =
                    hits.stream().filter(hit -> !chosen.contains(hit.key())).findFirst();
            if (stranger.isEmpty()) {
                return new AckPlan(matchers, hits);
            }
            String extra = stranger.get().labels().byName().keySet().stream()
                    .filter(name -> !stranger.get().labels().get(name).isEmpty()
                            && !alert.labels().has(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("two alerts of one cluster have the same labels"));
            matchers.add(Matcher.equal(extra, ""));
        }
    }
}
