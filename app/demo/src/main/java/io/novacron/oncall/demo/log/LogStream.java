package io.novacron.oncall.demo.log;

import io.novacron.oncall.demo.platform.Service;

/**
 * A data stream of the log store.
 *
 * @param name such as {@code logs-novacron.api-30d}: what writes it and how long it is kept
 * @param days how long it is kept
 */
public record LogStream(String name, int days) {

    /** Plain text of processes that do not write JSON, by node: the journal and the kernel. */
    public static final LogStream SYSTEM = new LogStream("logs-system.journal-30d", 30);
    /** Standard output and error of containers. */
    public static final LogStream CONTAINER = new LogStream("logs-kubernetes.container-7d", 7);
    /** The Kubernetes API server and security events. */
    public static final LogStream AUDIT = new LogStream("logs-kubernetes.audit-30d", 30);
    /** One line for every request that came through the load balancers. */
    public static final LogStream ACCESS = new LogStream("logs-haproxy.access-30d", 30);

    /** Structured lines of one service. */
    public static LogStream of(Service service) {
        return new LogStream("logs-novacron." + service.label() + "-30d", 30);
    }
}
