package io.novacron.oncall.core.routing;

/** What is known of the routing of one cluster. */
public sealed interface RoutingReading {

    /**
     * The routing.
     *
     * @param disputed whether members of the cluster have different configurations; this is the first one's
     */
    record Known(Routing routing, boolean disputed) implements RoutingReading {}

    /** Not known, with the reason in one sentence, safe to show. */
    record Unknown(String sentence) implements RoutingReading {}
}
