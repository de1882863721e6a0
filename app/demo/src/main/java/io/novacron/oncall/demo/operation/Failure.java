package io.novacron.oncall.demo.operation;

import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.platform.Service;

/**
 * Why something failed, and where that began.
 *
 * @param type {@code StorageTimeout}, as an exception is named
 * @param status what an HTTP client is told: 401 for a wrong password, else 5xx
 * @param origin the process in which it began, or which could not be reached
 */
public record Failure(String type, String message, int status, Instance origin) {

    /** The type of a failure to connect. */
    static final String UNREACHABLE = "ConnectionRefused";

    /** The request was wrong, not the platform: only the step that refused it failed. */
    public boolean refused() {
        return status < 500;
    }

    static Failure unreachable(Instance instance) {
        return new Failure(UNREACHABLE, "connect to " + instance.address() + ": connection refused", 503, instance);
    }

    static Failure wrongPassword(Instance auth, String user) {
        return new Failure("InvalidCredentials", "login of " + user + " refused: wrong password", 401, auth);
    }

    static Failure migration(Instance instance) {
        return new Failure(
                "MigrationAborted",
                "dirty pages do not converge: migration given up after the last round",
                500,
                instance);
    }

    /** What the service says when it fails by itself. */
    static Failure of(Instance instance) {
        Service service = instance.service();
        return switch (service) {
            case POSTGRES ->
                new Failure("QueryFailed", "could not complete the query: server closed it", 500, instance);
            case REDIS ->
                new Failure("CacheError", "READONLY or LOADING: the cache refused the command", 500, instance);
            case STORAGE -> new Failure("StorageTimeout", "volume did not answer within its deadline", 504, instance);
            case CONSENSUS -> new Failure("NoQuorum", "proposal not committed: no quorum of peers", 503, instance);
            case HYPERVISOR -> new Failure("HypervisorError", "the hypervisor refused the command", 500, instance);
            case NETWORK -> new Failure("NetworkProgrammingError", "rules could not be programmed", 500, instance);
            default -> new Failure("InternalError", service.label() + " could not handle the request", 500, instance);
        };
    }
}
