package io.novacron.oncall.core.action;

import io.novacron.oncall.core.alert.ClusterAnswer;
import java.util.List;
import java.util.Set;

/**
 * One side of a cluster that has fallen into parts, or all of one that has not. What one part takes never reaches another, so
 * each is written to (reliability guide F53).
 *
 * @param now what its members answered; of a whole cluster also who did not
 */
record ClusterPart(ClusterDesk desk, ClusterAnswer now) {

    static List<ClusterPart> of(ClusterDesk cluster, ClusterAnswer now) {
        List<Set<String>> parts = Partitions.of(now);
        return parts.size() < 2
                ? List.of(new ClusterPart(cluster, now))
                : parts.stream()
                        .map(part -> new ClusterPart(cluster.only(part), now.only(part)))
                        .toList();
    }
}
