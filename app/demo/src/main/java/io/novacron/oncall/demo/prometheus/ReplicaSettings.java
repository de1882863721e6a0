package io.novacron.oncall.demo.prometheus;

import io.novacron.oncall.core.alert.Labels;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What tells one replica from the others.
 *
 * @param replica {@code a} or {@code b}
 * @param externalUrl where people reach it; the links of its alerts begin so
 * @param alertmanagers to whom it says that it sends alerts
 * @param oldest nothing of any kind is older
 */
public record ReplicaSettings(
        String cluster, String replica, URI externalUrl, List<URI> alertmanagers, Instant oldest) {

    public ReplicaSettings {
        alertmanagers = List.copyOf(alertmanagers);
    }

    Labels externalLabels() {
        return Labels.of(Map.of("cluster", cluster, "replica", replica));
    }
}
