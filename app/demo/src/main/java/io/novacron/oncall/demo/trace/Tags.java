package io.novacron.oncall.demo.trace;

import io.novacron.oncall.core.trace.Tag;
import io.novacron.oncall.demo.operation.Kind;
import io.novacron.oncall.demo.operation.Operation;
import io.novacron.oncall.demo.operation.Visit;
import io.novacron.oncall.demo.platform.Node;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.platform.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What NovaCron's tracing says of a span beside its times (NovaCron guide §7). The tenant travels as baggage, so that every
 * span has it.
 */
final class Tags {

    static final String ENVIRONMENT = "production";

    /** Every key a span, an event or a process of ours can have. */
    static final Set<String> KEYS = Set.of(
            "backup.vm_id",
            "client.address",
            "cluster",
            "component",
            "db.system",
            "deployment.environment",
            "environment",
            "error",
            "event",
            "exception.message",
            "exception.type",
            "host.name",
            "http.method",
            "http.status_code",
            "http.url",
            "network.protocol",
            "operation",
            "otel.scope.name",
            "otel.status_code",
            "otel.status_description",
            "peer.service",
            "retry.attempt",
            "server.address",
            "service.instance.id",
            "service.namespace",
            "service.version",
            "span.kind",
            "storage.size",
            "storage.tier",
            "tenant.id",
            "user.id",
            "vm.id",
            "vm.node_id",
            "vm.source_node",
            "vm.target_node");

    private static final String SCOPE = "novacron/tracing";
    private static final List<String> TIERS = List.of("nvme", "nvme", "ssd", "ssd", "hdd");
    private static final long BLOCK = 1 << 20;
    private static final int ACCEPTED = 200;

    private Tags() {}

    static Tag text(String key, String value) {
        return new Tag(key, "string", value);
    }

    static Tag number(String key, long value) {
        return new Tag(key, "int64", Long.toString(value));
    }

    /** Of the span that the caller makes of a call. */
    static List<Tag> client(Operation operation, Visit caller, Visit visit) {
        List<Tag> tags = common(operation, caller.instance().service(), visit, "client");
        tags.add(text("peer.service", visit.instance().service().label()));
        tags.add(text("server.address", visit.instance().address()));
        if (visit.attempt() > 1) {
            tags.add(number("retry.attempt", visit.attempt()));
        }
        return ended(tags, visit, visit.failure() != null && !forgiven(visit));
    }

    /** Of the span that the process makes of what it does. */
    static List<Tag> own(Operation operation, Visit visit) {
        boolean called =
                visit.call() && (visit.parent() >= 0 || operation.kind().method() != null);
        Service service = visit.instance().service();
        List<Tag> tags = common(operation, service, visit, called ? "server" : "internal");
        if (visit.parent() < 0 || service == Service.AUTH) {
            tags.add(text("user.id", operation.user()));
        }
        if (visit.parent() < 0 && !operation.client().isEmpty()) {
            tags.add(text("client.address", operation.client()));
        }
        addMachine(tags, operation);
        if (service == Service.STORAGE) {
            long bits = Long.parseUnsignedLong(visit.spanId(), 16) >>> 8;
            tags.add(text("storage.tier", TIERS.get((int) (bits % TIERS.size()))));
            tags.add(number("storage.size", (1 + bits % 64) * BLOCK));
        }
        return ended(tags, visit, visit.failure() != null && !forgiven(visit));
    }

    /** A request that was refused is an error of the process that refused it alone. */
    private static boolean forgiven(Visit visit) {
        return visit.failure() != null && visit.failure().refused() && !visit.origin();
    }

    private static List<Tag> common(Operation operation, Service service, Visit visit, String kind) {
        String name = visit.step().name();
        int dot = name.indexOf('.');
        boolean named = dot > 0 && name.indexOf(' ') < 0;
        List<Tag> tags = new ArrayList<>();
        tags.add(text("component", named ? name.substring(0, dot) : service.label()));
        tags.add(text(
                "operation", named ? name.substring(dot + 1) : operation.kind().label()));
        tags.add(text("environment", ENVIRONMENT));
        tags.add(text("otel.scope.name", SCOPE));
        tags.add(text("span.kind", kind));
        tags.add(text("tenant.id", operation.tenant()));
        String protocol = protocol(visit);
        if (protocol != null) {
            tags.add(text("network.protocol", protocol));
        }
        if ("http".equals(protocol)) {
            addHttp(tags, operation, visit);
        } else if (visit.instance().service() == Service.POSTGRES
                || visit.instance().service() == Service.REDIS) {
            tags.add(text("db.system", visit.instance().service() == Service.REDIS ? "redis" : "postgresql"));
        }
        return tags;
    }

    private static @Nullable String protocol(Visit visit) {
        if (!visit.call()) {
            return null;
        }
        return switch (visit.instance().service()) {
            case HAPROXY, FRONTEND, API -> "http";
            case POSTGRES -> "postgresql";
            case REDIS -> "resp";
            default -> visit.parent() < 0 ? null : "grpc";
        };
    }

    private static void addHttp(List<Tag> tags, Operation operation, Visit visit) {
        Kind kind = operation.kind();
        String method = kind.method();
        String route = kind.route();
        if (method == null || route == null) {
            return;
        }
        Vm vm = operation.vm();
        String path = vm == null ? route : route.replace("{id}", vm.id());
        tags.add(text("http.method", method));
        tags.add(text("http.url", "https://" + operation.cluster() + ".novacron.example" + path));
        if (visit.answered()) {
            int status = visit.failure() == null ? ACCEPTED : visit.failure().status();
            tags.add(number("http.status_code", status));
        }
    }

    private static void addMachine(List<Tag> tags, Operation operation) {
        Vm vm = operation.vm();
        Node source = operation.source();
        Node target = operation.target();
        if (vm == null) {
            return;
        }
        tags.add(text("vm.id", vm.id()));
        tags.add(text("vm.node_id", (source == null ? vm.node() : source).name()));
        if (source != null && target != null) {
            tags.add(text("vm.source_node", source.name()));
            tags.add(text("vm.target_node", target.name()));
        }
        if (operation.kind() == Kind.VM_BACKUP) {
            tags.add(text("backup.vm_id", vm.id()));
        }
    }

    private static List<Tag> ended(List<Tag> tags, Visit visit, boolean failed) {
        if (failed && visit.failure() != null) {
            tags.add(new Tag("error", "bool", "true"));
            tags.add(text("otel.status_code", "ERROR"));
            tags.add(text("otel.status_description", visit.failure().message()));
        }
        return tags;
    }
}
