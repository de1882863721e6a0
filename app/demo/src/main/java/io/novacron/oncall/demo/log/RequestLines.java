package io.novacron.oncall.demo.log;

import io.novacron.oncall.demo.operation.Failure;
import io.novacron.oncall.demo.operation.Operation;
import io.novacron.oncall.demo.operation.Visit;
import io.novacron.oncall.demo.platform.Service;
import io.novacron.oncall.demo.platform.Vm;
import io.novacron.oncall.demo.world.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What is written about one business request by all who took part in it; every line carries its trace id. */
final class RequestLines {

    private static final long SLOW = 400_000;
    private static final int OK = 200;
    private static final String HTTP = "POST GET PUT DELETE";

    private final World world;
    private final Operation operation;
    private final List<LogLine> into;

    private RequestLines(World world, Operation operation, List<LogLine> into) {
        this.world = world;
        this.operation = operation;
        this.into = into;
    }

    /** Adds the lines of one operation, each at the time at which it is written. */
    static void write(World world, Operation operation, List<LogLine> into) {
        RequestLines lines = new RequestLines(world, operation, into);
        operation.visits().stream().filter(Visit::answered).forEach(lines::visit);
        lines.unanswered();
        if (operation.kind().component().equals("auth")) {
            lines.audit();
        }
    }

    private void visit(Visit visit) {
        Service service = visit.instance().service();
        if (service == Service.HAPROXY) {
            access(visit);
            return;
        }
        Failure failure = visit.failure();
        if (failure != null && visit.origin()) {
            failed(visit, failure);
        } else if (failure != null && visit.call()) {
            passedOn(visit, failure);
        } else if (visit.attempt() > 1) {
            say(visit, "WARN", visit.step().name() + " succeeded in try " + visit.attempt() + subject());
        } else if (visit.call() && visit.end() - visit.start() > SLOW) {
            say(visit, "WARN", visit.step().name() + " was slow: " + millis(visit) + " ms" + subject());
        } else if (visit.call() && isTold(service)) {
            say(visit, "INFO", done(visit));
        }
    }

    /** Databases say nothing about single requests that went well. */
    private static boolean isTold(Service service) {
        return switch (service) {
            case API, AUTH, VM_MANAGER, MIGRATION, STORAGE -> true;
            default -> false;
        };
    }

    private String done(Visit visit) {
        String name = visit.step().name();
        return HTTP.contains(name.substring(0, Math.max(0, name.indexOf(' ')))) && name.contains(" ")
                ? name + " " + OK + " in " + millis(visit) + " ms for tenant " + operation.tenant()
                : name + " done in " + millis(visit) + " ms" + subject();
    }

    private void failed(Visit visit, Failure failure) {
        boolean refused = failure.refused();
        String message = visit.step().name() + (refused ? " refused: " : " failed: ") + failure.message() + subject();
        Map<String, Object> fields = fields(visit, refused ? "WARN" : "ERROR", message);
        fields.put("error.type", failure.type());
        fields.put("error.message", failure.message());
        if (!refused) {
            fields.put("error.stack_trace", stack(visit, failure));
        }
        add(visit.spanId(), LogStream.of(visit.instance().service()), visit.end(), fields);
    }

    private void passedOn(Visit visit, Failure failure) {
        say(
                visit,
                failure.refused() ? "INFO" : "ERROR",
                visit.step().name() + " failed after " + millis(visit) + " ms, cause at "
                        + failure.origin().name() + " on "
                        + failure.origin().node().name() + ": " + failure.type() + subject());
    }

    /** Who could not be reached writes nothing; whoever called does. */
    private void unanswered() {
        operation.visits().stream()
                .filter(visit -> !visit.answered() && visit.parent() >= 0)
                .forEach(visit -> {
                    Visit caller = operation.visits().get(visit.parent());
                    String message = visit.step().name() + " not sent: connection to "
                            + visit.instance().address() + " refused, try " + visit.attempt() + subject();
                    Map<String, Object> fields = fields(caller, "ERROR", message);
                    fields.put(
                            "error.type",
                            Objects.requireNonNull(visit.failure()).type());
                    add(visit.spanId(), LogStream.of(caller.instance().service()), visit.end(), fields);
                });
    }

    private void say(Visit visit, String severity, String message) {
        Map<String, Object> fields = fields(visit, severity, message);
        add(visit.spanId(), LogStream.of(visit.instance().service()), visit.end(), fields);
    }

    /** In the format of HAProxy's own HTTP log, as far as one reads it, with its parts as fields. */
    private void access(Visit visit) {
        Failure failure = visit.failure();
        int status = failure == null ? OK : failure.status();
        Vm vm = operation.vm();
        String route = Objects.requireNonNullElse(operation.kind().route(), "/");
        String path = route.replace("{id}", vm == null ? "" : vm.id());
        String method = Objects.requireNonNullElse(operation.kind().method(), "GET");
        String message =
                operation.client() + " public~ novacron_api/" + visit.instance().name() + " 0/0/1/" + millis(visit)
                        + "/" + (millis(visit) + 1) + " " + status + " \"" + method + " " + path + " HTTP/1.1\"";
        Map<String, Object> fields = fields(visit, status < 500 ? "INFO" : "ERROR", message);
        fields.put("http.request.method", method);
        fields.put("url.path", path);
        fields.put("http.response.status_code", status);
        fields.put("event.duration", (visit.end() - visit.start()) * 1_000);
        fields.put("client.ip", operation.client());
        add(visit.spanId(), LogStream.ACCESS, visit.end(), fields);
    }

    /** Security events: who wanted in, from where, and whether it was granted. */
    private void audit() {
        Visit first = operation.visits().getFirst();
        Failure failure = operation.failure();
        String outcome = failure == null ? "success" : "failure";
        String message = operation.kind().operation() + " of " + operation.user() + " from " + operation.client() + ": "
                + (failure == null ? "granted" : failure.message());
        Map<String, Object> fields = fields(first, failure == null ? "INFO" : "WARNING", message);
        fields.put("service.name", "auth-audit");
        fields.put("event.action", operation.kind().operation());
        fields.put("event.outcome", outcome);
        fields.put("source.ip", operation.client());
        add(first.spanId() + "a", LogStream.AUDIT, first.end(), fields);
    }

    private Map<String, Object> fields(Visit visit, String severity, String message) {
        double seconds = visit.end() / 1e6;
        String version = world.starts(visit.instance()).version(seconds);
        Map<String, Object> fields = Writer.process(visit.instance(), severity, message, version);
        fields.put("component", operation.kind().component());
        fields.put("operation", operation.kind().label());
        fields.put("trace.id", operation.traceId());
        fields.put("span.id", visit.spanId());
        fields.put("tenant", operation.tenant());
        fields.put("user.name", operation.user());
        Vm vm = operation.vm();
        if (vm != null) {
            fields.put("vm.id", vm.id());
        }
        return fields;
    }

    private void add(String id, LogStream stream, long micros, Map<String, Object> fields) {
        into.add(new LogLine(stream, operation.traceId() + id, Instant.EPOCH.plus(micros, ChronoUnit.MICROS), fields));
    }

    private String subject() {
        Vm vm = operation.vm();
        return vm == null ? "" : " (" + vm.id() + " of " + operation.tenant() + ")";
    }

    private static long millis(Visit visit) {
        return (visit.end() - visit.start()) / 1_000;
    }

    private static String stack(Visit visit, Failure failure) {
        String service = visit.instance().service().label().replace('-', '_');
        return String.format(
                Locale.ROOT,
                """
                %s: %s
                goroutine %d [running]:
                novacron/%s.(*Handler).serve(0xc0004a2000)
                \t/src/backend/core/%s/handler.go:%d +0x1d4
                novacron/rpc.(*Server).dispatch(0xc000112340)
                \t/src/backend/core/rpc/server.go:98 +0x88
                """,
                failure.type(),
                failure.message(),
                1 + visit.start() % 4_000,
                service,
                service,
                60 + Math.floorMod(visit.step().name().hashCode(), 300));
    }
}
