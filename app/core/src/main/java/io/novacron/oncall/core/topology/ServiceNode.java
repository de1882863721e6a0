package io.novacron.oncall.core.topology;

import java.util.List;

/**
 * One service.
 *
 * @param id stable over restarts of its pods: cluster and name
 * @param kind {@code service}
 * @param cluster empty where the source that knows the service belongs to none
 * @param rule how {@code health} follows from {@code evidence}
 */
public record ServiceNode(
        String id, String kind, String name, String cluster, Health health, String rule, List<Evidence> evidence) {

    public ServiceNode {
        evidence = List.copyOf(evidence);
    }
}
