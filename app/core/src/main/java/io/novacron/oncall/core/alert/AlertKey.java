package io.novacron.oncall.core.alert;

/** Identity of an alert: members of one Alertmanager cluster merge, clusters never do (design §2). */
public record AlertKey(String cluster, String fingerprint) implements Comparable<AlertKey> {

    @Override
    public int compareTo(AlertKey other) {
        int byCluster = cluster.compareTo(other.cluster);
        return byCluster != 0 ? byCluster : fingerprint.compareTo(other.fingerprint);
    }
}
