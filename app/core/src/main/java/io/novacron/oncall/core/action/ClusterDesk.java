package io.novacron.oncall.core.action;

import io.novacron.oncall.core.source.AlertSource;
import io.novacron.oncall.core.source.SilenceSink;
import java.util.Set;

/**
 * One Alertmanager cluster as actions see it.
 *
 * @param rearm send the withheld end notice when an acknowledgement of a resolved firing ends
 * @param keptElsewhere another program extends acknowledgements here (kthxbye), so we never do; it wipes annotations, so
 *     everything stands in the comment (alerts guide §4.2)
 */
public record ClusterDesk(AlertSource alerts, SilenceSink sink, boolean rearm, boolean keptElsewhere) {

    public ClusterDesk(AlertSource alerts, SilenceSink sink, boolean rearm) {
        this(alerts, sink, rearm, false);
    }

    public String cluster() {
        return alerts.cluster();
    }

    /** For a side of a split cluster: where that is. Empty for a whole one. */
    String where() {
        return sink instanceof PartOfCluster part
                ? ", on " + String.join(" and ", part.members()) + " alone since the cluster is split"
                : "";
    }

    /** These members alone, for a cluster that has fallen into parts. */
    ClusterDesk only(Set<String> members) {
        return new ClusterDesk(alerts, new PartOfCluster(sink, members), rearm, keptElsewhere);
    }
}
