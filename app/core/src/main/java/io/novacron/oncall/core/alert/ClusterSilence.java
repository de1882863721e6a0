package io.novacron.oncall.core.alert;

import io.novacron.oncall.core.silence.Silence;
import java.util.List;

/**
 * A silence merged over the members of its cluster: the version with the newest {@code updatedAt} counts.
 *
 * @param seenOn {@code cluster/host:port} of each member that lists it
 */
public record ClusterSilence(String cluster, Silence silence, List<String> seenOn) {

    public ClusterSilence {
        seenOn = List.copyOf(seenOn);
    }
}
