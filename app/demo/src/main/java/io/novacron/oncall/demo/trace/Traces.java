package io.novacron.oncall.demo.trace;

import io.novacron.oncall.core.trace.Reference;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.core.trace.SpanEvent;
import io.novacron.oncall.core.trace.Tag;
import io.novacron.oncall.demo.operation.Failure;
import io.novacron.oncall.demo.operation.Operation;
import io.novacron.oncall.demo.operation.Operations;
import io.novacron.oncall.demo.operation.Visit;
import io.novacron.oncall.demo.platform.Instance;
import io.novacron.oncall.demo.world.Noise;
import io.novacron.oncall.demo.world.World;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trace of an operation: what is done is a span of the process that does it, and each call one of the caller too. Times
 * are those of the clock of the host, and now and then a span got lost. Pure; any thread.
 */
public final class Traces {

    private static final long NANOS = 1_000;
    private static final double LOST = 0.003;
    private static final long CALLER = 0x5ca1ab1eL;
    private static final long LOSS = 0x10557L;

    private final Supplier<World> world;
    private final Links links;
    private volatile @Nullable Hosts hosts;

    public Traces(Supplier<World> world, Operations operations) {
        this.world = world;
        links = new Links(operations);
    }

    /** The spans that came in, in no order; those that got lost are missing. */
    public List<Span> spans(Operation operation) {
        Hosts known = hosts();
        List<Span> spans = new ArrayList<>();
        for (Visit visit : operation.visits()) {
            String parent = visit.parent() < 0
                    ? ""
                    : operation.visits().get(visit.parent()).spanId();
            if (visit.call() && visit.parent() >= 0) {
                Visit caller = operation.visits().get(visit.parent());
                spans.add(called(known, operation, caller, visit));
                parent = callId(visit);
            }
            if (visit.answered()) {
                spans.add(done(known, operation, visit, parent));
            }
        }
        spans.removeIf(Traces::lost);
        return spans;
    }

    private static Span called(Hosts hosts, Operation operation, Visit caller, Visit visit) {
        List<Tag> tags = Tags.client(operation, caller, visit);
        Failure failure = visit.failure();
        boolean raised = failure != null && visit.origin() && !visit.answered();
        return span(
                hosts,
                operation,
                caller.instance(),
                visit,
                callId(visit),
                visit.sent(),
                visit.received(),
                List.of(childOf(operation, caller.spanId())),
                tags,
                raised ? failure : null);
    }

    private Span done(Hosts hosts, Operation operation, Visit visit, String parent) {
        List<Reference> references = parent.isEmpty() ? links.of(operation) : List.of(childOf(operation, parent));
        Failure failure = visit.failure();
        boolean raised = failure != null && visit.origin();
        return span(
                hosts,
                operation,
                visit.instance(),
                visit,
                visit.spanId(),
                visit.start(),
                visit.end(),
                references,
                Tags.own(operation, visit),
                raised ? failure : null);
    }

    private static Span span(
            Hosts hosts,
            Operation operation,
            Instance instance,
            Visit visit,
            String id,
            long start,
            long end,
            List<Reference> references,
            List<Tag> tags,
            @Nullable Failure raised) {
        long offset = hosts.offset(instance.node());
        List<SpanEvent> events = raised == null ? List.of() : List.of(exception((end + offset) * NANOS, raised));
        return new Span(
                operation.traceId(),
                id,
                instance.service().label(),
                visit.step().name(),
                (start + offset) * NANOS,
                (end - start) * NANOS,
                references,
                tags,
                hosts.tags(instance, start),
                events,
                List.of());
    }

    private static SpanEvent exception(long time, Failure failure) {
        return new SpanEvent(
                time,
                List.of(
                        Tags.text("event", "exception"),
                        Tags.text("exception.type", failure.type()),
                        Tags.text("exception.message", failure.message())));
    }

    private static Reference childOf(Operation operation, String spanId) {
        return new Reference(Reference.Kind.CHILD_OF, operation.traceId(), spanId);
    }

    private static String callId(Visit visit) {
        return HexFormat.of().toHexDigits(Noise.bits(number(visit.spanId()), CALLER) | 1);
    }

    private static boolean lost(Span span) {
        boolean first = span.references().stream().noneMatch(one -> one.kind() == Reference.Kind.CHILD_OF);
        return !first && Noise.unit(number(span.spanId()), LOSS) < LOST;
    }

    private static long number(String spanId) {
        return Long.parseUnsignedLong(spanId, 16);
    }

    private Hosts hosts() {
        World now = world.get();
        Hosts known = hosts;
        if (known == null || known.world() != now) {
            known = new Hosts(now);
            hosts = known;
        }
        return known;
    }
}
