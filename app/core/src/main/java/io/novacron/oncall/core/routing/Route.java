package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.Matching;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of the routing tree.
 *
 * @param key the matchers from the root to here; two routes may share it, as on the server
 * @param matchers all must hold, sorted as the server sorts them
 * @param continues whether routes after it on the same level are asked though it took the alert
 * @param muteIntervals names of the intervals in which it tells nobody; not inherited
 * @param activeIntervals where there are any, it tells somebody in these only; not inherited
 */
public record Route(
        String key,
        List<Matcher> matchers,
        Matching matching,
        boolean continues,
        Grouping grouping,
        List<String> muteIntervals,
        List<String> activeIntervals,
        List<Route> children) {

    public Route {
        matchers = List.copyOf(matchers);
        muteIntervals = List.copyOf(muteIntervals);
        activeIntervals = List.copyOf(activeIntervals);
        children = List.copyOf(children);
    }

    /**
     * Depth first; the first child that takes the alert ends the search unless it continues, and a parent takes it only
     * where no child does (alerts guide R1). Empty where this route does not match.
     */
    public List<Route> taking(Labels labels) {
        if (!matching.matches(labels)) {
            return List.of();
        }
        List<Route> all = new ArrayList<>();
        for (Route child : children) {
            List<Route> taken = child.taking(labels);
            all.addAll(taken);
            if (!taken.isEmpty() && !child.continues) {
                break;
            }
        }
        return all.isEmpty() ? List.of(this) : all;
    }

    /** How many routes there are, this one included. */
    public int size() {
        int size = 1;
        for (Route child : children) {
            size += child.size();
        }
        return size;
    }
}
