package io.novacron.oncall.demo.operation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of operations that are instrumented (mission §5), with their share of all. */
public enum Kind {
    VM_CREATE(0.5, "POST", "/api/v1/vms"),
    VM_DELETE(0.3, "DELETE", "/api/v1/vms/{id}"),
    VM_MIGRATE(0.15, "POST", "/api/v1/vms/{id}/migrate"),
    /** Started by the schedule of a VM. */
    VM_BACKUP(0.3, null, null),
    STORAGE_READ(9, "GET", "/api/v1/vms/{id}/volumes"),
    STORAGE_WRITE(7, "PUT", "/api/v1/vms/{id}/volumes"),
    /** Moves what was written lately between tiers. */
    STORAGE_TIER(0.6, null, null),
    STORAGE_DEDUPLICATE(0.4, null, null),
    NETWORK_ROUTE(3, "PUT", "/api/v1/networks/routes"),
    NETWORK_BALANCE(2, "POST", "/api/v1/networks/balancers"),
    NETWORK_MONITOR(1, null, null),
    AUTH_LOGIN(4, "POST", "/api/v1/auth/login"),
    AUTH_AUTHORIZE(6, "POST", "/api/v1/auth/authorize"),
    AUTH_SESSION(7, "GET", "/api/v1/auth/session"),
    API_LIST_VMS(23, "GET", "/api/v1/vms"),
    API_GET_VM(18, "GET", "/api/v1/vms/{id}"),
    API_LIST_NODES(8, "GET", "/api/v1/nodes"),
    API_USAGE(9.75, "GET", "/api/v1/usage");

    private final double weight;
    private final @Nullable String method;
    private final @Nullable String route;

    Kind(double weight, @Nullable String method, @Nullable String route) {
        this.weight = weight;
        this.method = method;
        this.route = route;
    }

    double weight() {
        return weight;
    }

    /** {@code vm}, {@code storage}, {@code network}, {@code auth} or {@code api}. */
    public String component() {
        return lower(0, name().indexOf('_'));
    }

    /** {@code migrate}; with the component it is the operation's name, {@code vm.migrate}. */
    public String operation() {
        return lower(name().indexOf('_') + 1, name().length());
    }

    /** {@code vm.migrate}. */
    public String label() {
        return component() + "." + operation();
    }

    /** Null where no HTTP request begins it. */
    public @Nullable String method() {
        return method;
    }

    /** With {@code {id}} for the VM; null where no HTTP request begins it. */
    public @Nullable String route() {
        return route;
    }

    /** How it may go, with all steps; the first ones are those that a request or a schedule comes to. */
    public List<Step> ways() {
        return method == null
                ? List.of(Plans.of(this, false).root().step())
                : List.of(
                        Plans.of(this, false).root().step(),
                        Plans.of(this, true).root().step());
    }

    /** True if it is about one VM. */
    public boolean ofVm() {
        return switch (this) {
            case VM_CREATE, VM_DELETE, VM_MIGRATE, VM_BACKUP, STORAGE_READ, STORAGE_WRITE, API_GET_VM -> true;
            default -> false;
        };
    }

    private String lower(int from, int to) {
        return name().substring(from, to).toLowerCase(Locale.ROOT);
    }
}
