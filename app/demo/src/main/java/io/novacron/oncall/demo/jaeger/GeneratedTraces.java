package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.demo.operation.Kind;
import io.novacron.oncall.demo.operation.Operation;
import io.novacron.oncall.demo.operation.Operations;
import io.novacron.oncall.demo.operation.Visit;
import io.novacron.oncall.demo.trace.Traces;
import io.novacron.oncall.demo.trace.Vocabulary;
import io.novacron.oncall.demo.world.World;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The sampled traces of NovaCron, computed when they are asked for. A span is there from shortly after it ended, a week long
 * (mission, "Retention").
 */
final class GeneratedTraces implements TraceStore {

    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);
    private static final long NANOS = 1_000;
    private static final long SECOND = 1_000_000;
    private static final long RETENTION = TimeUnit.DAYS.toMicros(7);
    /** Batches of spans leave a process every second. */
    private static final long EXPORT = SECOND;
    /** How long an operation may have run when one of its spans begins. */
    private static final long LONGEST = TimeUnit.MINUTES.toMicros(15);
    /** So many seconds at most are counted for dependencies; in a longer window, evenly spread ones. */
    private static final long COUNTED = 1_800;

    private final Supplier<World> world;
    private final Clock clock;
    private final Operations operations;
    private final Traces traces;

    GeneratedTraces(Supplier<World> world, Clock clock) {
        this.world = world;
        this.clock = clock;
        operations = new Operations(world);
        traces = new Traces(world, operations);
    }

    @Override
    public Set<String> services() {
        return idle() ? Set.of() : Vocabulary.services();
    }

    @Override
    public Map<String, Set<String>> operations(String service) {
        return idle() ? Map.of() : Vocabulary.operations(service);
    }

    @Override
    public Found find(TraceSearch search) {
        long now = now();
        long from = Math.max(search.from() / NANOS - LONGEST, now - RETENTION);
        long to = Math.min(search.to() / NANOS, now) + 1;
        GeneratedSearch seen = new GeneratedSearch(search, operation -> arrived(operation, now));
        if (seen.hopeful()) {
            operations.sampledBackwards(from, to, Vocabulary.kinds(search.service(), search.operation()), seen);
        }
        return seen.found();
    }

    @Override
    public List<Span> trace(String traceId) {
        long now = now();
        return operations
                .byTraceId(traceId)
                .filter(operation -> operation.sampled() && operation.start() >= now - RETENTION)
                .map(operation -> arrived(operation, now))
                .orElse(List.of());
    }

    @Override
    public List<Dependency> calls(long from, long to) {
        long now = now();
        long first = Math.floorDiv(Math.max(from / NANOS, now - RETENTION), SECOND);
        long last = Math.floorDiv(Math.min(to / NANOS, now), SECOND);
        long step = Math.max(1, Math.ceilDiv(last - first, COUNTED));
        Calls calls = new Calls();
        for (long second = first; second < last; second += step) {
            operations.sampledBackwards(second * SECOND, (second + 1) * SECOND, ALL, outline -> {
                count(outline.whole(), step, calls);
                return true;
            });
        }
        return calls.all();
    }

    private static void count(Operation operation, long weight, Calls calls) {
        for (Visit visit : operation.visits()) {
            if (visit.call() && visit.parent() >= 0 && visit.answered()) {
                Visit caller = operation.visits().get(visit.parent());
                calls.add(
                        caller.instance().service().label(),
                        visit.instance().service().label(),
                        weight);
            }
        }
    }

    /** The spans that are there already: of an operation that still runs, those that ended. */
    private List<Span> arrived(Operation operation, long now) {
        List<Span> spans = traces.spans(operation);
        if (operation.end() + LONGEST > now) {
            spans.removeIf(span -> (span.start() + span.duration()) / NANOS > now - EXPORT);
        }
        return spans;
    }

    /** A platform without clusters does nothing. */
    private boolean idle() {
        return world.get().platform().clusters().isEmpty();
    }

    private long now() {
        Instant now = clock.now();
        return TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + now.getNano() / NANOS;
    }
}
