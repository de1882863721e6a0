package io.novacron.oncall.demo.operation;

import static io.novacron.oncall.demo.platform.Service.API;
import static io.novacron.oncall.demo.platform.Service.AUTH;
import static io.novacron.oncall.demo.platform.Service.CONSENSUS;
import static io.novacron.oncall.demo.platform.Service.FRONTEND;
import static io.novacron.oncall.demo.platform.Service.HAPROXY;
import static io.novacron.oncall.demo.platform.Service.HYPERVISOR;
import static io.novacron.oncall.demo.platform.Service.MIGRATION;
import static io.novacron.oncall.demo.platform.Service.NETWORK;
import static io.novacron.oncall.demo.platform.Service.POSTGRES;
import static io.novacron.oncall.demo.platform.Service.REDIS;
import static io.novacron.oncall.demo.platform.Service.SCHEDULER;
import static io.novacron.oncall.demo.platform.Service.STORAGE;
import static io.novacron.oncall.demo.platform.Service.VM_MANAGER;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How each kind of operation goes: directly to the API, or through the frontend. All calls are calls of the platform, about as
 * often as {@code Call.perRequest} says.
 */
final class Plans {

    static final String LOGIN = "auth.login";
    static final String SEND = "dwcp.send";
    static final String COPY_ROUND = "migration.copy_round";

    private static final Map<Kind, Plan> DIRECT = new EnumMap<>(Kind.class);
    private static final Map<Kind, Plan> BY_FRONTEND = new EnumMap<>(Kind.class);

    static {
        for (Kind kind : Kind.values()) {
            Step work = work(kind);
            if (kind.method() == null) {
                DIRECT.put(kind, Plan.of(work));
                BY_FRONTEND.put(kind, Plan.of(work));
            } else {
                String name = kind.method() + " " + kind.route();
                DIRECT.put(kind, Plan.of(Step.of(HAPROXY, name, 0.3, work)));
                BY_FRONTEND.put(
                        kind,
                        Plan.of(Step.of(
                                HAPROXY, name, 0.3, Step.of(FRONTEND, "frontend." + kind.operation(), 6, work))));
            }
        }
    }

    private Plans() {}

    static Plan of(Kind kind, boolean byFrontend) {
        return Objects.requireNonNull((byFrontend ? BY_FRONTEND : DIRECT).get(kind));
    }

    private static Step work(Kind kind) {
        return switch (kind) {
            case VM_CREATE -> create();
            case VM_DELETE ->
                api(
                        kind,
                        authorized(),
                        manager("vm.delete", 8, hypervisor("hypervisor.destroy", 420), disk("delete", 60)));
            case VM_MIGRATE -> api(kind, authorized(), manager("vm.migrate", 12, migrate()));
            case VM_BACKUP -> backup();
            case STORAGE_READ -> api(kind, authorized(), cached(), manager("storage.read", 3, disk("read", 9)));
            case STORAGE_WRITE ->
                api(
                        kind,
                        authorized(),
                        manager(
                                "storage.write",
                                3,
                                hypervisor("hypervisor.flush", 4).sometimes(0.5),
                                disk("write", 14)));
            case STORAGE_TIER ->
                Step.of(STORAGE, "storage.tier", 20, blocks("storage.move_block", 18, 12, 40), sql("UPDATE volumes"));
            case STORAGE_DEDUPLICATE ->
                Step.of(
                        STORAGE,
                        "storage.deduplicate",
                        40,
                        blocks("storage.hash_block", 9, 20, 60),
                        sql("INSERT fingerprints"));
            case NETWORK_ROUTE -> api(kind, authorized(), manager("network.route", 4, network("network.route", 16)));
            case NETWORK_BALANCE ->
                api(kind, authorized(), cached(), manager("network.balance", 4, network("network.balance", 22)));
            case NETWORK_MONITOR ->
                Step.of(
                                NETWORK,
                                "network.monitor",
                                3,
                                Step.of(NETWORK, "network.probe", 2).times(6, 14))
                        .atOnce();
            case AUTH_LOGIN ->
                api(kind, Step.of(AUTH, LOGIN, 38, sql("SELECT users"), redis("SET session"), redis("GET attempts")));
            case AUTH_AUTHORIZE ->
                api(
                        kind,
                        Step.of(
                                AUTH,
                                "auth.authorize",
                                4,
                                redis("GET session"),
                                sql("SELECT roles").sometimes(0.3)));
            case AUTH_SESSION -> api(kind, Step.of(AUTH, "auth.session", 2, redis("EXPIRE session")));
            case API_LIST_VMS ->
                api(kind, authorized(), cached(), sql("SELECT vms").sometimes(0.5));
            case API_GET_VM ->
                api(
                        kind,
                        authorized(),
                        cached(),
                        manager(
                                        "vm.get",
                                        2,
                                        hypervisor("hypervisor.state", 5),
                                        network("network.ports", 4).sometimes(0.4),
                                        disk("stat", 2).sometimes(0.3))
                                .atOnce());
            case API_LIST_NODES ->
                api(kind, authorized(), Step.of(SCHEDULER, "scheduler.nodes", 3, consensus("consensus.read", 3)));
            case API_USAGE -> api(kind, authorized(), cached(), sql("SELECT usage"));
        };
    }

    private static Step create() {
        return api(
                Kind.VM_CREATE,
                authorized(),
                sql("INSERT vms"),
                Step.of(
                        SCHEDULER,
                        "scheduler.place",
                        15,
                        Step.of(SCHEDULER, "scheduler.score_node", 1.5).times(6, 10),
                        sql("SELECT nodes"),
                        consensus("consensus.propose", 9)),
                manager(
                        "vm.create",
                        10,
                        Step.of(
                                STORAGE,
                                "storage.clone_image",
                                50,
                                Step.of(STORAGE, "storage.copy_block", 90)
                                        .onDisk()
                                        .times(20, 60),
                                sql("INSERT volumes")),
                        Step.of(
                                NETWORK,
                                "network.attach",
                                20,
                                Step.of(NETWORK, "network.allocate_ip", 6),
                                Step.of(NETWORK, "network.program_rule", 3).times(4, 12)),
                        hypervisor("hypervisor.define", 130),
                        hypervisor("hypervisor.boot", 2_300),
                        consensus("consensus.propose", 9)));
    }

    private static Step migrate() {
        Step round = Step.of(
                        MIGRATION,
                        COPY_ROUND,
                        25,
                        hypervisor("hypervisor.dirty_pages", 12),
                        Step.of(MIGRATION, SEND, 1_900).times(2, 5))
                .times(6, 14)
                .shrinking(0.78);
        return Step.of(
                MIGRATION,
                "migration.run",
                30,
                hypervisor("hypervisor.prepare", 240).onTarget(),
                disk("lock", 12),
                Step.of(NETWORK, "network.open_tunnel", 45),
                round,
                Step.of(
                        MIGRATION,
                        "migration.switch_over",
                        15,
                        hypervisor("hypervisor.pause", 25),
                        hypervisor("hypervisor.resume", 60).onTarget(),
                        Step.of(NETWORK, "network.move_address", 35)),
                disk("unlock", 10));
    }

    private static Step backup() {
        return manager(
                "vm.backup",
                25,
                hypervisor("hypervisor.snapshot", 350),
                Step.of(
                        STORAGE,
                        "storage.export",
                        30,
                        Step.of(STORAGE, "storage.copy_block", 120).onDisk().times(15, 80),
                        sql("INSERT backups")),
                consensus("consensus.propose", 9).sometimes(0.5));
    }

    private static Step api(Kind kind, Step... steps) {
        return Step.of(API, kind.method() + " " + kind.route(), 3, steps);
    }

    private static Step manager(String name, double millis, Step... steps) {
        return Step.of(VM_MANAGER, name, millis, steps);
    }

    private static Step authorized() {
        return Step.of(
                        AUTH,
                        "auth.check",
                        2,
                        redis("GET session"),
                        sql("SELECT roles").sometimes(0.1))
                .sometimes(0.4);
    }

    private static Step cached() {
        return redis("GET cache").sometimes(0.8);
    }

    private static Step redis(String name) {
        return Step.of(REDIS, name, 0.4);
    }

    private static Step sql(String name) {
        return Step.of(POSTGRES, name, 3);
    }

    private static Step consensus(String name, double millis) {
        return Step.of(CONSENSUS, name, millis, Step.of(CONSENSUS, "consensus.commit", 2));
    }

    private static Step hypervisor(String name, double millis) {
        return Step.of(HYPERVISOR, name, millis);
    }

    private static Step network(String name, double millis) {
        return Step.of(
                NETWORK,
                name,
                millis,
                Step.of(NETWORK, "network.program_rule", 2).times(1, 4));
    }

    private static Step disk(String what, double millis) {
        return Step.of(
                STORAGE,
                "storage." + what,
                1.5,
                Step.of(STORAGE, "storage.device", millis).onDisk(),
                sql("SELECT volumes").sometimes(0.1));
    }

    private static Step blocks(String name, double millis, int least, int most) {
        return Step.of(STORAGE, name, millis).onDisk().times(least, most);
    }
}
