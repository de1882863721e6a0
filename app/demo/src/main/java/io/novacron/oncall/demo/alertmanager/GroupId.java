package io.novacron.oncall.demo.alertmanager;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.routing.Route;

/** A group of alerts: one route, and the labels that all of them share. Two routes are never the same, however alike. */
final class GroupId {

    private final Route route;
    private final Labels labels;
    private final String key;

    GroupId(Route route, Labels labels) {
        this.route = route;
        this.labels = labels;
        key = route.key() + ":" + Quoted.labels(labels);
    }

    Route route() {
        return route;
    }

    Labels labels() {
        return labels;
    }

    /** What notifications carry; groups of two routes may share it, and then they share the notification log as well. */
    String key() {
        return key;
    }

    String receiver() {
        return route.grouping().receiver();
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
        return other instanceof GroupId that && route == that.route && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }
}
