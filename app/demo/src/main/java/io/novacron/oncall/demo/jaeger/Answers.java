package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.core.time.Clock;
import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.demo.http.Reply;
import io.novacron.oncall.demo.http.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** What Jaeger answers from all its stores together. Units as in traces guide §3. */
final class Answers {

    private static final String NOT_FOUND = "trace not found";
    private static final long MILLI = 1_000_000;
    private static final long LATEST = Long.MAX_VALUE / MILLI / 2;
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final List<TraceStore> stores;
    private final Clock clock;

    /** One of a service's operations, as asked for by the parameter. */
    record OperationName(String name, String spanKind) {}

    Answers(List<TraceStore> stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    Reply services() {
        Set<String> names = new TreeSet<>();
        stores.forEach(store -> names.addAll(store.services()));
        return JaegerReply.data(List.copyOf(names), names.size());
    }

    /** Names alone. */
    Reply operationNames(String service) {
        List<String> names = List.copyOf(spanKinds(service).keySet());
        return JaegerReply.data(names, names.size());
    }

    /** Names with their span kinds. */
    Reply operations(Request request) {
        String service = request.parameter("service");
        if (service == null || service.isEmpty()) {
            throw new BadRequest("parameter 'service' is required");
        }
        String wanted = request.parameter("spanKind");
        List<OperationName> names = new ArrayList<>();
        spanKinds(service)
                .forEach((name, kinds) -> kinds.stream()
                        .filter(kind -> wanted == null || wanted.isEmpty() || wanted.equals(kind))
                        .forEach(kind -> names.add(new OperationName(name, kind))));
        return JaegerReply.data(names, names.size());
    }

    /** A search, or the traces with the ids that are named. */
    Reply traces(Request request) {
        List<String> ids = request.all("traceID");
        return ids.isEmpty() ? found(TraceSearch.of(request, nanos(clock.now()))) : named(ids);
    }

    Reply trace(String id) {
        List<Span> spans = spans(TraceId.parsed(id));
        return spans.isEmpty() ? JaegerReply.error(404, NOT_FOUND) : JaegerReply.traces(List.of(spans), List.of());
    }

    Reply dependencies(Request request) {
        long end = millis(request, "endTs", clock.now().toEpochMilli());
        long lookback = millis(request, "lookback", DAY);
        Calls calls = new Calls();
        for (TraceStore store : stores) {
            for (Dependency one : store.calls((end - lookback) * MILLI, end * MILLI)) {
                calls.add(one.parent(), one.child(), one.callCount());
            }
        }
        return JaegerReply.data(calls.all(), 0);
    }

    private Reply found(TraceSearch search) {
        List<List<Span>> traces = new ArrayList<>();
        List<JaegerReply.Fault> errors = new ArrayList<>();
        for (TraceStore store : stores) {
            TraceStore.Found found = store.find(search);
            traces.addAll(found.traces());
            if (found.stoppedAt() != TraceStore.Found.COMPLETE) {
                Instant time = Instant.ofEpochSecond(0, found.stoppedAt());
                String message = "searched back to " + time + " only: ask for a shorter time or for rarer operations";
                errors.add(new JaegerReply.Fault(500, message, ""));
            }
        }
        traces.sort(Comparator.comparingLong(PostedTraces::start).reversed());
        int shown = search.limit() > 0 ? Math.min(search.limit(), traces.size()) : traces.size();
        return JaegerReply.traces(traces.subList(0, shown), errors);
    }

    private Reply named(List<String> ids) {
        List<List<Span>> traces = new ArrayList<>();
        List<JaegerReply.Fault> errors = new ArrayList<>();
        for (String id : ids) {
            String parsed = parsed(id);
            List<Span> spans = spans(parsed);
            if (spans.isEmpty()) {
                errors.add(new JaegerReply.Fault(0, NOT_FOUND, parsed));
            } else {
                traces.add(spans);
            }
        }
        return JaegerReply.traces(traces, errors);
    }

    private List<Span> spans(String id) {
        for (TraceStore store : stores) {
            List<Span> spans = store.trace(id);
            if (!spans.isEmpty()) {
                return spans;
            }
        }
        return List.of();
    }

    private Map<String, Set<String>> spanKinds(String service) {
        Map<String, Set<String>> all = new TreeMap<>();
        for (TraceStore store : stores) {
            store.operations(service)
                    .forEach((name, kinds) ->
                            all.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(kinds));
        }
        return all;
    }

    private static String parsed(String id) {
        try {
            return TraceId.parsed(id);
        } catch (BadRequest e) {
            throw new BadRequest("cannot parse traceID param: " + e.words());
        }
    }

    private static long millis(Request request, String name, long otherwise) {
        String text = request.parameter(name);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            return Math.clamp(GoText.whole(text), -LATEST, LATEST);
        } catch (BadRequest e) {
            throw new BadRequest("unable to parse param '" + name + "': " + e.words());
        }
    }

    private static long nanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }
}
