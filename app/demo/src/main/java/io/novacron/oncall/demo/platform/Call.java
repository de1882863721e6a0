package io.novacron.oncall.demo.platform;

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

import java.util.List;

/**
 * One kind of call between two services. The calls form no cycle, so that what goes wrong below can be added up above.
 *
 * @param perRequest how many of these calls one request to {@code from} makes, on average
 */
public record Call(Service from, Service to, double perRequest) {

    public static final List<Call> ALL = List.of(
            new Call(HAPROXY, FRONTEND, 0.3),
            new Call(HAPROXY, API, 0.7),
            new Call(FRONTEND, API, 0.9),
            new Call(API, AUTH, 0.5),
            new Call(API, REDIS, 0.8),
            new Call(API, POSTGRES, 0.3),
            new Call(API, SCHEDULER, 0.1),
            new Call(API, VM_MANAGER, 0.4),
            new Call(AUTH, REDIS, 0.9),
            new Call(AUTH, POSTGRES, 0.1),
            new Call(SCHEDULER, CONSENSUS, 1.0),
            new Call(SCHEDULER, POSTGRES, 0.5),
            new Call(VM_MANAGER, STORAGE, 0.5),
            new Call(VM_MANAGER, NETWORK, 0.3),
            new Call(VM_MANAGER, HYPERVISOR, 0.8),
            new Call(VM_MANAGER, MIGRATION, 0.05),
            new Call(VM_MANAGER, CONSENSUS, 0.1),
            new Call(MIGRATION, STORAGE, 1.0),
            new Call(MIGRATION, NETWORK, 1.0),
            new Call(MIGRATION, HYPERVISOR, 2.0),
            new Call(STORAGE, POSTGRES, 0.1));

    public static List<Call> to(Service service) {
        return ALL.stream().filter(call -> call.to() == service).toList();
    }

    public static List<Call> from(Service service) {
        return ALL.stream().filter(call -> call.from() == service).toList();
    }
}
