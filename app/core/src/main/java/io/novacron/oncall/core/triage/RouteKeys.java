package io.novacron.oncall.core.triage;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertBoard;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.Route;
import io.novacron.oncall.core.routing.RoutingBook;
import io.novacron.oncall.core.routing.RoutingReading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which group of its Alertmanager an alert belongs to. Used for one pass over the alerts. */
final class RouteKeys {

    /** Where the routing is not known: whom the server says it tells, and the name. */
    private static final Set<String> NAME = Set.of("alertname");

    /** What the alerts of a group have in common: the cluster, who is told, and what the routes group by. */
    record Key(String cluster, List<String> receivers, Labels by) {

        Labels labels() {
            Map<String, String> labels = new TreeMap<>(by.byName());
            labels.put(Field.Known.CLUSTER.text(), cluster);
            labels.put(Field.Known.RECEIVER.text(), String.join(", ", receivers));
            return Labels.of(labels);
        }
    }

    private final RoutingBook book;
    private final AlertBoard board;
    private final Map<String, RoutingReading> readings = new HashMap<>();

    RouteKeys(RoutingBook book, AlertBoard board) {
        this.book = book;
        this.board = board;
    }

    Key of(Alert alert) {
        String cluster = alert.key().cluster();
        return switch (readings.computeIfAbsent(cluster, name -> book.of(board, name))) {
            case RoutingReading.Known known -> {
                List<Route> routes = known.routing().root().taking(alert.labels());
                yield routes.size() == 1
                        ? key(cluster, routes, routes.getFirst().grouping().of(alert.labels()))
                        : key(cluster, routes, union(routes, alert.labels()));
            }
            case RoutingReading.Unknown _ ->
                new Key(cluster, alert.receivers(), alert.labels().only(NAME));
        };
    }

    private static Key key(String cluster, List<Route> routes, Labels by) {
        return new Key(
                cluster,
                routes.stream().map(route -> route.grouping().receiver()).toList(),
                by);
    }

    private static Labels union(List<Route> routes, Labels labels) {
        Map<String, String> all = new TreeMap<>();
        routes.forEach(route -> all.putAll(route.grouping().of(labels).byName()));
        return Labels.of(all);
    }
}
