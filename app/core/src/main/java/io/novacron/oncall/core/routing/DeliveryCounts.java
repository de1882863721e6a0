package io.novacron.oncall.core.routing;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.metric.Point;
import io.novacron.oncall.core.metric.QueryResult;
import io.novacron.oncall.core.metric.Series;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the Alertmanagers of a cluster counted of their notifications over the last hour, as Prometheus has it. Servers count
 * by integration, newer ones on demand by receiver, too (label {@code receiver_name}).
 */
public record DeliveryCounts(Map<Way, Double> sent, Map<Way, Double> failed, Map<Way, List<Point>> failing) {

    static final String SENT = "sum by (integration, receiver_name) (increase(alertmanager_notifications_total[1h]))";
    static final String FAILED =
            "sum by (integration, receiver_name) (increase(alertmanager_notifications_failed_total[1h]))";
    /** Minute by minute, so that "since when" needs one instant query only. */
    static final String FAILING =
            "(sum by (integration, receiver_name) (increase(alertmanager_notifications_failed_total[5m])))[1h:1m]";

    /** Less than that is what {@code increase} makes of nothing at the edge of its window. */
    private static final double HALF = 0.5;

    /** One integration, of one receiver or ({@code receiver} empty) of all. */
    public record Way(String integration, String receiver) {

        static Way of(Labels labels) {
            return new Way(labels.get("integration"), labels.get("receiver_name"));
        }
    }

    public DeliveryCounts {
        sent = Map.copyOf(sent);
        failed = Map.copyOf(failed);
        failing = Map.copyOf(failing);
    }

    static DeliveryCounts of(QueryResult sent, QueryResult failed, QueryResult failing) {
        Map<Way, List<Point>> minutes = new HashMap<>();
        failing.series().forEach(series -> minutes.put(Way.of(series.labels()), series.points()));
        return new DeliveryCounts(lasts(sent), lasts(failed), minutes);
    }

    /** Whether notifications of this kind to this receiver arrive. */
    public Delivery of(String integration, String receiver) {
        Way own = new Way(integration, receiver);
        Way way = sent.containsKey(own) || failed.containsKey(own) ? own : new Way(integration, "");
        Double told = sent.get(way);
        Double lost = failed.get(way);
        if (told == null || lost == null) {
            return new Delivery.Unknown("Prometheus has no count of " + integration + " notifications");
        }
        List<Point> minutes = failing.getOrDefault(way, List.of());
        int last = minutes.size() - 1;
        while (last >= 0 && !(minutes.get(last).value() > 0)) {
            last--;
        }
        if (last < 0) {
            return lost >= HALF
                    ? new Delivery.Unknown("Prometheus counts failures but not when")
                    : told >= HALF ? new Delivery.Arrives(Math.round(told)) : new Delivery.Unused();
        }
        long failures = Math.max(1, Math.round(lost));
        long all = Math.max(failures, Math.round(told));
        if (last < minutes.size() - 1) {
            return new Delivery.FailedEarlier(at(minutes.get(last)), failures, all);
        }
        int first = last;
        while (first > 0 && minutes.get(first - 1).value() > 0) {
            first--;
        }
        return new Delivery.Failing(at(minutes.get(first)), first == 0, failures, all);
    }

    private static Map<Way, Double> lasts(QueryResult vector) {
        Map<Way, Double> values = new HashMap<>();
        for (Series series : vector.series()) {
            double value = series.points().isEmpty()
                    ? Double.NaN
                    : series.points().getLast().value();
            if (!Double.isNaN(value)) {
                values.put(Way.of(series.labels()), value);
            }
        }
        return values;
    }

    private static Instant at(Point point) {
        return Instant.ofEpochSecond((long) point.time());
    }
}
