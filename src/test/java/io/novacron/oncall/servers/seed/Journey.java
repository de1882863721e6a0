package io.novacron.oncall.servers.seed;

import java.util.List;

/**
 * What a kind of request does: a step in a service, and the steps it calls in turn. A step in another service than its
 * caller becomes a client and a server span, one in the same service an internal span.
 *
 * @param millis typical time of its own, in milliseconds
 * @param failure what it says when it fails
 */
record Journey(String service, String name, int millis, String failure, List<Journey> calls) {
    private static final Journey SESSION = step("auth", "auth.session", 3, "session store timed out");
    private static final Journey AUTHORIZE = step("auth", "auth.authorize", 4, "policy service unavailable");
    private static final Journey READ = step("storage", "storage.read", 9, "volume vol-17 is not attached");
    private static final Journey WRITE = step(
            "storage", "storage.write", 24, "write to tier hot timed out after 5 s: replica on node-eu-02 is behind");
    private static final Journey ROUTE = step("network", "network.route", 5, "no route to overlay 10.42.0.0/16");
    private static final Journey BALANCE = step("network", "network.balance", 6, "no healthy target in pool api");

    /** The kinds of requests, roughly by how often they come. */
    static final List<Journey> ALL = List.of(
            web("GET /dashboard", "GET /api/vms", SESSION, step("vm-manager", "vm.list", 7, "database busy", READ)),
            web("GET /vms/{id}", "GET /api/vms/{id}", SESSION, step("vm-manager", "vm.get", 4, "not found", READ)),
            web("POST /login", "POST /api/login", step("auth", "auth.login", 35, "invalid credentials", SESSION)),
            web(
                    "POST /vms",
                    "POST /api/vms",
                    AUTHORIZE,
                    step(
                            "scheduler",
                            "scheduler.place",
                            12,
                            "no node with 16 GiB free",
                            step(
                                    "vm-manager",
                                    "vm.create",
                                    60,
                                    "hypervisor refused the domain",
                                    WRITE,
                                    step("vm-manager", "vm.start", 80, "guest did not boot in time"),
                                    ROUTE))),
            web(
                    "POST /vms/{id}/migrate",
                    "POST /api/vms/{id}/migrate",
                    AUTHORIZE,
                    step(
                            "migration",
                            "vm.migrate",
                            120,
                            "memory changes faster than it is copied, rolled back",
                            step("migration", "migration.precopy", 260, "link to node-eu-05 saturated", READ, WRITE),
                            BALANCE,
                            step("vm-manager", "vm.resume", 40, "guest agent does not answer"))),
            step(
                    "scheduler",
                    "scheduler.backup",
                    8,
                    "snapshot window missed",
                    step(
                            "vm-manager",
                            "vm.backup",
                            45,
                            "snapshot failed",
                            READ,
                            step("storage", "storage.deduplicate", 70, "chunk index is locked"),
                            WRITE)),
            web(
                    "DELETE /vms/{id}",
                    "DELETE /api/vms/{id}",
                    AUTHORIZE,
                    step("vm-manager", "vm.delete", 30, "busy", WRITE)),
            step(
                    "network",
                    "network.monitor",
                    6,
                    "probe lost",
                    step("api", "POST /api/cluster/nodes", 5, "quorum lost", SESSION)),
            step(
                    "storage",
                    "storage.tier",
                    50,
                    "tier warm is full",
                    step("network", "network.transfer", 90, "timeout")));

    Journey {
        calls = List.copyOf(calls);
    }

    /** A request that comes through the web console. */
    private static Journey web(String page, String endpoint, Journey... calls) {
        return step("frontend", page, 8, "Bad Gateway", step("api", endpoint, 6, "Internal Server Error", calls));
    }

    private static Journey step(String service, String name, int millis, String failure, Journey... calls) {
        return new Journey(service, name, millis, failure, List.of(calls));
    }
}
