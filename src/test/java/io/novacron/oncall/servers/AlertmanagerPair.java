package io.novacron.oncall.servers;

import io.novacron.oncall.servers.AlertmanagerCluster.Gossip;
import java.util.List;

/** An {@link AlertmanagerCluster} of two, each with its name. */
public final class AlertmanagerPair implements AutoCloseable {

    private final AlertmanagerCluster cluster;

    private AlertmanagerPair(AlertmanagerCluster cluster) {
        this.cluster = cluster;
    }

    /** A pair that gossips quickly and is settled. */
    public static AlertmanagerPair start(Servers version, String config) {
        return start(version, config, Gossip.QUICK);
    }

    public static AlertmanagerPair start(Servers version, String config, Gossip gossip) {
        return new AlertmanagerPair(AlertmanagerCluster.start(version, config, gossip, 2));
    }

    public AlertmanagerServer first() {
        return members().getFirst();
    }

    public AlertmanagerServer second() {
        return members().getLast();
    }

    public List<AlertmanagerServer> members() {
        return cluster.members();
    }

    /** As {@link AlertmanagerCluster#settlingMember}. */
    public AlertmanagerServer settlingMember() {
        return cluster.settlingMember();
    }

    /** As {@link AlertmanagerCluster#awaitSettled}. */
    public void awaitSettled() {
        cluster.awaitSettled();
    }

    /** As {@link AlertmanagerCluster#split}. */
    public void split() {
        cluster.split();
    }

    /** As {@link AlertmanagerCluster#heal}. */
    public void heal() {
        cluster.heal();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
