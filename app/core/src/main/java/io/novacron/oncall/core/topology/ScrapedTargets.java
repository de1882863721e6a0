package io.novacron.oncall.core.topology;

import io.novacron.oncall.core.metric.Target;
import java.time.Instant;
import java.util.List;

/**
 * What one Prometheus source scrapes.
 *
 * @param cluster empty where none is configured for it
 */
public record ScrapedTargets(String source, String cluster, List<Target> targets, Instant observedAt) {

    public ScrapedTargets {
        targets = List.copyOf(targets);
    }

    /** False only where both sides name a cluster and the names differ. */
    boolean mayKnow(String otherCluster) {
        return cluster.isEmpty() || otherCluster.isEmpty() || cluster.equals(otherCluster);
    }
}
