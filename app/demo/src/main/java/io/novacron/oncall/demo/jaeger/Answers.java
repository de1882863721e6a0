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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What Jaeger answers from all its stores together. Units as in traces guide §3. */
final class Answers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long MILLI = 1_000_000;
    private static final long LATEST = Long.MAX_VALUE / MILLI / 2;
    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final List<TraceStore> stores;
    private final Clock clock;

    Answers(List<TraceStore> stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    Reply services() {
        Set<String> names = new TreeSet<>();
        stores.forEach(store -> names.addAll(store.services()));
        return names(names);
    }

    /** Names alone. */
    Reply operationNames(String service) {
        return names(spanKinds(service).keySet());
    }

    /** Names with their span kinds. */
    Reply operations(Request request) {
        String service = request.parameter("service");
        if (service == null || service.isEmpty()) {
            throw new BadRequest("parameter 'service' is required");
        }
        String wanted = request.parameter("spanKind");
        ArrayNode data = JSON.arrayNode();
        spanKinds(service)
                .forEach((name, kinds) -> kinds.stream()
                        .filter(kind -> wanted == null || wanted.isEmpty() || wanted.equals(kind))
                        .forEach(kind -> data.addObject().put("name", name).put("spanKind", kind)));
        return JaegerReply.data(data, data.size());
    }

    /** A search, or the traces with the ids that are named. */
    Reply traces(Request request) {
        List<String> ids = request.all("traceID");
        return ids.isEmpty() ? found(TraceSearch.of(request, nanos(clock.now()))) : named(ids);
    }

    Reply trace(String id) {
        List<Span> spans = spans(TraceId.parsed(id));
        if (spans.isEmpty()) {
            return JaegerReply.error(404, "trace not found");
        }
        ArrayNode data = JSON.arrayNode();
        data.add(TraceJson.of(spans));
        return JaegerReply.data(data, 0);
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
        ArrayNode data = JSON.arrayNode();
        calls.all()
                .forEach(one -> data.addObject()
                        .put("parent", one.parent())
                        .put("child", one.child())
                        .put("callCount", one.callCount()));
        return JaegerReply.data(data, 0);
    }

    private Reply found(TraceSearch search) {
        List<List<Span>> traces = new ArrayList<>();
        ArrayNode errors = JSON.arrayNode();
        for (TraceStore store : stores) {
            TraceStore.Found found = store.find(search);
            traces.addAll(found.traces());
            if (found.stoppedAt() != TraceStore.Found.COMPLETE) {
                Instant time = Instant.ofEpochSecond(0, found.stoppedAt());
                errors.add(JaegerReply.fault(
                        500, "searched back to " + time + " only: ask for a shorter time or for rarer operations"));
            }
        }
        traces.sort(Comparator.comparingLong(PostedTraces::start).reversed());
        ArrayNode data = JSON.arrayNode();
        traces.stream()
                .limit(search.limit() > 0 ? search.limit() : Long.MAX_VALUE)
                .forEach(spans -> data.add(TraceJson.of(spans)));
        return JaegerReply.data(data, 0, errors);
    }

    private Reply named(List<String> ids) {
        ArrayNode data = JSON.arrayNode();
        ArrayNode errors = JSON.arrayNode();
        for (String id : ids) {
            String parsed = parsed(id);
            List<Span> spans = spans(parsed);
            if (spans.isEmpty()) {
                errors.add(JaegerReply.fault(0, "trace not found").put("traceID", parsed));
            } else {
                data.add(TraceJson.of(spans));
            }
        }
        return JaegerReply.data(data, 0, errors);
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

    private static Reply names(Set<String> names) {
        ArrayNode data = JSON.arrayNode();
        names.forEach(data::add);
        return JaegerReply.data(data, data.size());
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
