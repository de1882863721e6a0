package io.novacron.oncall.demo.log;

import io.novacron.oncall.demo.platform.Service;
import java.util.Map;

/**
 * A data stream of the log store.
 *
 * @param dataset what writes it
 * @param days how long it is kept
 */
public record LogStream(String dataset, int days) {

    /** Plain text of processes that do not write JSON, by node: the journal and the kernel. */
    public static final LogStream SYSTEM = new LogStream("system.journal", 30);
    /** Standard output and error of containers. */
    public static final LogStream CONTAINER = new LogStream("kubernetes.container", 7);
    /** The Kubernetes API server and security events. */
    public static final LogStream AUDIT = new LogStream("kubernetes.audit", 30);
    /** One line for every request that came through the load balancers. */
    public static final LogStream ACCESS = new LogStream("haproxy.access", 30);

    /** Structured lines of one service. */
    public static LogStream of(Service service) {
        return new LogStream("novacron." + service.label(), 30);
    }

    /** {@code logs-novacron.api-30d}. */
    public String name() {
        return "logs-" + dataset + "-" + namespace();
    }

    /** What a document says about the stream it is in. */
    public Map<String, Object> fields() {
        return Map.of("type", "logs", "dataset", dataset, "namespace", namespace());
    }

    private String namespace() {
        return days + "d";
    }
}
