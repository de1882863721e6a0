package io.novacron.oncall.views.estate;

import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.core.trace.Reference;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.core.trace.SpanEvent;
import io.novacron.oncall.core.trace.Tag;
import io.novacron.oncall.core.trace.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Traces of a platform that creates, moves and stores virtual machines.
public final class FakeTraces {
    public static final List<String> SERVICES = List.of(
            "novacron-frontend",
            "novacron-api",
            "novacron-scheduler",
            "novacron-hypervisor",
            "novacron-storage",
            "novacron-consensus",
            "novacron-postgres",
            "novacron-redis");

    private static final String[][] CALLS = {
        {"novacron-frontend", "novacron-api", "41250"},
        {"ingress-nginx", "novacron-frontend", "46100"},
        {"ingress-nginx", "novacron-api", "18400"},
        {"novacron-api", "novacron-scheduler", "9120"},
        {"novacron-api", "novacron-postgres", "88000"},
        {"novacron-api", "novacron-redis", "132000"},
        {"novacron-api", "novacron-hypervisor", "12040"},
        {"novacron-scheduler", "novacron-consensus", "9020"},
        {"novacron-scheduler", "novacron-hypervisor", "6400"},
        {"novacron-scheduler", "novacron-ai-engine", "870"},
        {"novacron-ai-engine", "novacron-redis", "2100"},
        {"novacron-hypervisor", "novacron-storage", "22400"},
        {"novacron-hypervisor", "dwcp-v3-core", "310"},
        {"novacron-hypervisor", "novacron-api", "4100"},
        {"dwcp-v3-core", "dwcp-amst", "290"},
        {"dwcp-v3-core", "dwcp-hde", "288"},
        {"dwcp-v3-core", "dwcp-federation", "64"},
        {"novacron-storage", "novacron-postgres", "5600"},
        {"novacron-consensus", "novacron-consensus", "51000"},
        {"novacron-api", "jaeger-all-in-one", "12"}
    };

    private final Random random;
    private int ids;

    public FakeTraces(long seed) {
        random = new Random(seed);
    }

    public static List<String> allServices() {
        List<String> all = new ArrayList<>(SERVICES);
        all.addAll(List.of(
                "ingress-nginx", "novacron-ai-engine", "dwcp-v3-core", "dwcp-amst", "dwcp-hde", "dwcp-federation"));
        all.add("novacron-billing");
        all.add("jaeger-all-in-one");
        return all;
    }

    public static List<Dependency> dependencies() {
        List<Dependency> all = new ArrayList<>();
        for (String[] call : CALLS) {
            all.add(new Dependency(call[0], call[1], Long.parseLong(call[2])));
        }
        return all;
    }

    /// `count` traces that end before `end`, spread over an hour, newest first.
    public List<Trace> traces(int count, Instant end) {
        List<Trace> traces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long start = end.toEpochMilli() * 1_000_000L - (i + 1) * (3_600_000_000_000L / count);
            traces.add(i % 9 == 4 ? migration(start) : request(start));
        }
        return traces;
    }

    /// A virtual machine moves to another node: long, deep, over all services.
    public Trace migration(long start) {
        var build = new Build(hex(32));
        boolean failed = random.nextInt(3) == 0;
        String root = build.span(null, "novacron-api", "POST /api/vms/{id}/migrate", start, ms(4_200), failed, 202);
        build.span(root, "novacron-redis", "GET session", start + ms(2), ms(1), false, 0);
        String plan = build.span(root, "novacron-scheduler", "PlanMigration", start + ms(12), ms(640), false, 0);
        build.span(plan, "novacron-consensus", "Propose", start + ms(40), ms(88), false, 0);
        for (int i = 0; i < 6; i++) {
            build.span(
                    plan,
                    "novacron-postgres",
                    "SELECT node_capacity",
                    start + ms(140 + i * 62),
                    ms(18 + i * 5),
                    false,
                    0);
        }
        String move = build.span(root, "novacron-hypervisor", "MigrateVM", start + ms(690), ms(3_420), failed, 0);
        String copy = build.span(move, "novacron-storage", "CopyDisk", start + ms(720), ms(2_100), false, 0);
        for (int i = 0; i < 14; i++) {
            String chunk = build.span(
                    copy, "novacron-storage", "WriteChunk", start + ms(740 + i * 145), ms(128), i == 11 && failed, 0);
            if (i % 4 == 1) {
                build.span(
                        chunk, "novacron-postgres", "UPDATE volume_chunks", start + ms(750 + i * 145), ms(9), false, 0);
            }
        }
        for (int i = 0; i < 5; i++) {
            build.span(
                    move,
                    "novacron-hypervisor",
                    "MemoryRound " + (i + 1),
                    start + ms(2_830 + i * 210),
                    ms(190 - i * 30),
                    false,
                    0);
        }
        build.span(move, "novacron-consensus", "CommitPlacement", start + ms(3_910), ms(120), failed, 0);
        build.span(root, "novacron-redis", "PUBLISH vm.moved", start + ms(4_150), ms(3), false, 0);
        return build.trace();
    }

    private Trace request(long start) {
        var build = new Build(hex(32));
        boolean failed = random.nextInt(11) == 0;
        long whole = ms(18 + random.nextInt(220));
        String root = build.span(null, "novacron-frontend", "GET /vms", start, whole, false, failed ? 502 : 200);
        String api = build.span(
                root, "novacron-api", "GET /api/vms", start + whole / 10, whole * 8 / 10, failed, failed ? 500 : 200);
        build.span(api, "novacron-redis", "GET session", start + whole / 8, whole / 12, false, 0);
        int rows = 1 + random.nextInt(4);
        for (int i = 0; i < rows; i++) {
            build.span(
                    api,
                    "novacron-postgres",
                    "SELECT vms",
                    start + whole / 4 + i * whole / 8,
                    whole / 9,
                    failed && i == 0,
                    0);
        }
        if (random.nextInt(3) == 0) {
            build.span(api, "novacron-hypervisor", "ListDomains", start + whole / 2, whole / 4, false, 0);
        }
        return build.trace();
    }

    static long ms(long millis) {
        return millis * 1_000_000L;
    }

    private String hex(int digits) {
        var out = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            out.append(Character.forDigit(random.nextInt(16), 16));
        }
        return out.toString();
    }

    private final class Build {
        private final String traceId;
        private final List<Span> spans = new ArrayList<>();

        Build(String traceId) {
            this.traceId = traceId;
        }

        String span(
                @Nullable String parent,
                String service,
                String operation,
                long start,
                long duration,
                boolean failed,
                int status) {
            String id = String.format("%016x", ++ids + 0x7000_0000L);
            List<Tag> tags = new ArrayList<>();
            tags.add(new Tag("span.kind", "string", parent == null ? "server" : "client"));
            if (status > 0) {
                tags.add(new Tag("http.status_code", "int64", "" + status));
                tags.add(new Tag(
                        "http.url",
                        "string",
                        "https://novacron.example" + operation.substring(operation.indexOf('/'))));
            }
            if (service.endsWith("postgres")) {
                tags.add(new Tag("db.system", "string", "postgresql"));
                tags.add(new Tag("db.statement", "string", operation + " WHERE tenant_id = $1 ORDER BY updated_at"));
            }
            List<SpanEvent> events = List.of();
            if (failed) {
                tags.add(new Tag("error", "bool", "true"));
                events = List.of(new SpanEvent(
                        start + duration * 9 / 10,
                        List.of(
                                new Tag("event", "string", "exception"),
                                new Tag("exception.type", "string", "StorageTimeout"),
                                new Tag(
                                        "exception.message",
                                        "string",
                                        "volume vol-7f3a: no answer from amst-2 within 800 ms"))));
            }
            List<Reference> references =
                    parent == null ? List.of() : List.of(new Reference(Reference.Kind.CHILD_OF, traceId, parent));
            spans.add(new Span(
                    traceId,
                    id,
                    service,
                    operation,
                    start,
                    duration,
                    references,
                    tags,
                    List.of(
                            new Tag("host.name", "string", "node-" + (1 + Math.floorMod(service.hashCode(), 9))),
                            new Tag("service.version", "string", "10.0." + Math.floorMod(service.hashCode(), 7))),
                    events,
                    List.of()));
            return id;
        }

        Trace trace() {
            return new Trace(traceId, spans, List.of());
        }
    }
}
