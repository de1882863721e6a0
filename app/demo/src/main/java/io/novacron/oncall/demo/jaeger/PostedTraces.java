package io.novacron.oncall.demo.jaeger;

import io.novacron.oncall.core.trace.Dependency;
import io.novacron.oncall.core.trace.Reference;
import io.novacron.oncall.core.trace.Span;
import io.novacron.oncall.core.trace.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Traces that were sent in, kept in memory; the oldest ones make room. Any thread. */
final class PostedTraces implements TraceStore {

    private static final int MOST_TRACES = 10_000;

    private final Map<String, List<Span>> traces = new LinkedHashMap<>();

    synchronized void add(List<Span> spans) {
        for (Span span : spans) {
            traces.computeIfAbsent(span.traceId(), _ -> new ArrayList<>()).add(span);
        }
        while (traces.size() > MOST_TRACES) {
            traces.remove(traces.keySet().iterator().next());
        }
    }

    @Override
    public synchronized Set<String> services() {
        return traces.values().stream()
                .flatMap(List::stream)
                .map(Span::service)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public synchronized Map<String, Set<String>> operations(String service) {
        Map<String, Set<String>> operations = new TreeMap<>();
        for (List<Span> spans : traces.values()) {
            for (Span span : spans) {
                if (span.service().equals(service)) {
                    operations
                            .computeIfAbsent(span.operation(), _ -> new TreeSet<>())
                            .add(spanKind(span));
                }
            }
        }
        return operations;
    }

    @Override
    public synchronized Found find(TraceSearch search) {
        return Found.all(traces.values().stream()
                .filter(spans -> spans.stream().anyMatch(search::finds))
                .sorted(Comparator.comparingLong(PostedTraces::start).reversed())
                .limit(search.limit() > 0 ? search.limit() : Long.MAX_VALUE)
                .map(List::copyOf)
                .toList());
    }

    @Override
    public synchronized List<Span> trace(String traceId) {
        return List.copyOf(traces.getOrDefault(traceId, List.of()));
    }

    /** Of whole traces that lie in the window. */
    @Override
    public synchronized List<Dependency> calls(long from, long to) {
        Calls calls = new Calls();
        for (List<Span> spans : traces.values()) {
            if (spans.stream().allMatch(span -> span.start() >= from && span.start() + span.duration() <= to)) {
                count(spans, calls);
            }
        }
        return calls.all();
    }

    /** Epoch ns of the first span's beginning. */
    static long start(List<Span> spans) {
        return spans.stream().mapToLong(Span::start).min().orElseThrow();
    }

    private static void count(List<Span> spans, Calls calls) {
        Map<String, String> services =
                spans.stream().collect(Collectors.toMap(Span::spanId, Span::service, (first, _) -> first));
        for (Span span : spans) {
            for (Reference reference : span.references()) {
                String parent = services.get(reference.spanId());
                boolean called = reference.kind() == Reference.Kind.CHILD_OF
                        && reference.traceId().equals(span.traceId());
                if (called && parent != null && !parent.equals(span.service())) {
                    calls.add(parent, span.service(), 1);
                }
            }
        }
    }

    private static String spanKind(Span span) {
        return span.tags().stream()
                .filter(tag -> tag.key().equals("span.kind"))
                .map(Tag::value)
                .findFirst()
                .orElse("");
    }
}
