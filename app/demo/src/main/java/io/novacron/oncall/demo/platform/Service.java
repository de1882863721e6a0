package io.novacron.oncall.demo.platform;

import java.util.Locale;

/** The services of NovaCron, with how many processes of each a cluster runs and the port their metrics are on. */
public enum Service {
    HAPROXY(2, 8404),
    FRONTEND(2, 3000),
    API(3, 8090),
    AUTH(2, 8095),
    SCHEDULER(2, 8096),
    VM_MANAGER(3, 8097),
    MIGRATION(2, 8098),
    STORAGE(3, 8099),
    NETWORK(2, 8100),
    CONSENSUS(3, 9091),
    /** One on every node. */
    HYPERVISOR(0, 9000),
    POSTGRES(2, 9187),
    REDIS(2, 9121),
    OTEL_COLLECTOR(1, 8888);

    private final int replicas;
    private final int port;

    Service(int replicas, int port) {
        this.replicas = replicas;
        this.port = port;
    }

    /** As labels, logs and traces name it: {@code vm-manager}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Processes per cluster; 0 where there is one on every node. */
    public int replicas() {
        return replicas;
    }

    public int port() {
        return port;
    }
}
