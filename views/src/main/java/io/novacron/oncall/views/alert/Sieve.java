package io.novacron.oncall.views.alert;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.triage.Facet;
import io.novacron.oncall.core.triage.Facets;
import io.novacron.oncall.core.triage.Field;
import io.novacron.oncall.core.triage.Scene;
import io.novacron.oncall.core.triage.Triage;
import io.novacron.oncall.core.triage.TriageQuery;
import java.util.ArrayList;
import java.util.List;

/// What a wish leaves of the alerts, and what else could be picked: a field's values are counted as if nothing were
/// picked in that field, so that a second value is not zero. Pure.
record Sieve(Triage triage, List<Facet> facets) {

    static Sieve of(List<Alert> alerts, Wish wish, AlertList.Known known) {
        Scene scene = known.scene();
        List<Alert> found = passed(alerts, wish.query(), scene);
        List<Alert> left = passed(found, wish.picks().query(), scene);
        var request = new Triage.Request(TriageQuery.EVERYTHING, wish.grouping(), wish.sort(), known.replicas());
        return new Sieve(Triage.of(left, request, scene), facets(found, left, wish, scene));
    }

    private static List<Facet> facets(List<Alert> found, List<Alert> left, Wish wish, Scene scene) {
        var facets = new ArrayList<Facet>(wish.counted().size());
        for (Field field : wish.counted()) {
            Picks others = wish.picks().without(field);
            List<Alert> counted = others.equals(wish.picks()) ? left : passed(found, others.query(), scene);
            facets.addAll(Facets.of(counted, List.of(field), scene));
        }
        return facets;
    }

    private static List<Alert> passed(List<Alert> alerts, TriageQuery query, Scene scene) {
        return query.everything()
                ? alerts
                : alerts.stream().filter(alert -> query.matches(alert, scene)).toList();
    }
}
