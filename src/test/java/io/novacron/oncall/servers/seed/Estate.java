package io.novacron.oncall.servers.seed;

import java.util.List;

/** Names in the seeded NovaCron installation. */
public final class Estate {
    public static final String ENVIRONMENT = "production";
    public static final String CLUSTER = "eu-west";
    public static final List<String> SERVICES =
            List.of("frontend", "api", "auth", "scheduler", "vm-manager", "migration", "storage", "network");

    static final long SEED = 20_261_122L;
    static final int NODES = 6;

    private static final int PODS = 2;
    private static final int METRICS_PORT = 9090;

    private Estate() {}

    /** The name of a node, counted from 0. */
    static String node(int number) {
        return "node-eu-%02d".formatted(Math.floorMod(number, NODES) + 1);
    }

    /** A pod of a service; any number will do. */
    static String pod(String service, int number) {
        int replica = Math.floorMod(number, PODS);
        String set = Integer.toHexString(0x5a3c_91b7 ^ service.hashCode());
        return "novacron-%s-%s-%s".formatted(service, set, replica == 0 ? "x2k4p" : "q9d7m");
    }

    /** The node a pod runs on. */
    static String nodeOf(String service, int podNumber) {
        return node(SERVICES.indexOf(service) + 3 * Math.floorMod(podNumber, PODS));
    }

    /** The {@code instance} label of a service's metrics. */
    static String instance(String service, int number) {
        return pod(service, number) + ":" + METRICS_PORT;
    }

    static String index(String service) {
        return "logs-novacron-" + service;
    }
}
