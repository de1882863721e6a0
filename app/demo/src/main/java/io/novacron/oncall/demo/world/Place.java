package io.novacron.oncall.demo.world;

import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Service;
import org.jspecify.annotations.Nullable;

/** Where something is, or is felt: what is null is anywhere. */
public record Place(
        @Nullable String cluster,
        @Nullable Service service,
        @Nullable String node) {

    public static Place of(String cluster) {
        return new Place(cluster, null, null);
    }

    public static Place of(String cluster, Service service) {
        return new Place(cluster, service, null);
    }

    public static Place of(Instance instance) {
        return new Place(instance.cluster(), instance.service(), instance.node().name());
    }

    public static Place ofNode(String cluster, String node) {
        return new Place(cluster, null, node);
    }

    /** True where all that is said here holds of {@code subject} too. */
    boolean covers(Place subject) {
        return (cluster == null || cluster.equals(subject.cluster))
                && (service == null || service == subject.service)
                && (node == null || node.equals(subject.node));
    }
}
