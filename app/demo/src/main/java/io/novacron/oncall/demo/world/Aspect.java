package io.novacron.oncall.demo.world;

/** What an incident can change, with the unit of its level. Everything that is measured, logged or traced derives from these. */
public enum Aspect {
    /** 1 where the process does not answer. */
    DOWN,
    /** Share of calls that fail, 0 to 1, on top of the usual. */
    ERRORS,
    /** Seconds added to every call. */
    LATENCY,
    /** Requests on top of the usual, as a multiple of them: 1 doubles the load. */
    LOAD,
    /** A new version is started when the effect begins, and the one before it again when it ends. The level means nothing. */
    DEPLOY,
    /** The process starts anew when the effect begins. The level means nothing. */
    RESTART,
    /** Share of the node's CPU, memory or disk that is used on top of the usual, 0 to 1. */
    CPU,
    MEMORY,
    DISK,
    /** Seconds added to every read and write of the storage tiers of a node. */
    DISK_LATENCY,
    /** Share of packets lost between the node and others, 0 to 1. */
    PACKET_LOSS,
    /** Live migrations per second on top of the usual, of the whole cluster. */
    MIGRATIONS,
    /** Share of live migrations from or to the nodes of the place that fail, 0 to 1, on top of the usual. */
    MIGRATION_FAILURES,
    /** Failed logins per second on top of the usual, of the whole cluster, all by the {@link Intruder}. */
    LOGIN_FAILURES,
    /** Seconds of replication lag to the other regions. */
    REPLICATION_LAG,
    /** Peers that a consensus process cannot reach. */
    LOST_PEERS,
    /** Database connections in use on top of the usual, as a share of the pool. */
    CONNECTIONS,
    /** DWCP streams of the cluster that report errors, each a series of its own. */
    STREAMS,
    /** 1 where this Prometheus does not run; the place's node is the replica, "a" or "b". */
    PROMETHEUS_DOWN,
    /** 1 where members of an Alertmanager cluster do not replicate to each other. */
    ALERTMANAGER_SPLIT,
    /** Seconds added to every answer of the log and trace backends. */
    BACKEND_DELAY
}
