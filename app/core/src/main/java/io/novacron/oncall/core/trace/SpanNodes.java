package io.novacron.oncall.core.trace;

import io.novacron.oncall.core.trace.TraceTree.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The distinct spans of a trace, each under an id of its own.
 *
 * @param byId nodes by the normal form of the id received; within one id the client half of a shared one first, else in
 *     {@link SpanNode#AS_RECEIVED} order
 * @param duplicates how many exact copies were dropped
 */
record SpanNodes(List<SpanNode> all, Map<String, List<SpanNode>> byId, int duplicates) {

    static SpanNodes of(Trace trace) {
        Set<Span> distinct = new LinkedHashSet<>(trace.spans());
        Map<String, List<Span>> groups = new HashMap<>();
        for (Span span : distinct) {
            groups.computeIfAbsent(TraceIds.normal(span.spanId()), id -> new ArrayList<>())
                    .add(span);
        }
        Set<String> taken = new HashSet<>();
        distinct.forEach(span -> taken.add(span.spanId()));
        List<SpanNode> all = new ArrayList<>(distinct.size());
        Map<String, List<SpanNode>> byId = new HashMap<>();
        groups.forEach((id, spans) -> {
            List<SpanNode> nodes = nodes(spans, taken);
            byId.put(id, nodes);
            all.addAll(nodes);
        });
        return new SpanNodes(all, byId, trace.spans().size() - distinct.size());
    }

    private static List<SpanNode> nodes(List<Span> spans, Set<String> taken) {
        if (spans.size() == 1) {
            Span only = spans.getFirst();
            return List.of(new SpanNode(only, only.spanId()));
        }
        spans.sort(SpanNode.AS_RECEIVED);
        if (isShared(spans)) {
            return shared(spans, taken);
        }
        List<SpanNode> nodes = new ArrayList<>();
        for (Span span : spans) {
            boolean first = nodes.isEmpty() || nodes.stream().noneMatch(node -> node.id.equals(span.spanId()));
            SpanNode node = new SpanNode(span, first ? span.spanId() : free(span.spanId(), taken));
            node.marks.add(Mark.SAME_ID);
            nodes.add(node);
        }
        return nodes;
    }

    /** Zipkin's way: both halves of one call carry the id of the call. */
    private static boolean isShared(List<Span> spans) {
        return spans.size() == 2
                && spans.stream().anyMatch(span -> isKind(span, "client"))
                && spans.stream().anyMatch(span -> isKind(span, "server"));
    }

    private static List<SpanNode> shared(List<Span> spans, Set<String> taken) {
        boolean clientFirst = isKind(spans.getFirst(), "client");
        Span client = clientFirst ? spans.getFirst() : spans.getLast();
        Span server = clientFirst ? spans.getLast() : spans.getFirst();
        SpanNode upper = new SpanNode(client, client.spanId());
        SpanNode lower = new SpanNode(server, free(server.spanId(), taken));
        lower.marks.add(Mark.SHARED_ID);
        lower.parent = upper;
        return List.of(upper, lower);
    }

    private static boolean isKind(Span span, String kind) {
        return span.tags().stream()
                .anyMatch(tag -> tag.key().equals("span.kind") && tag.value().equalsIgnoreCase(kind));
    }

    private static String free(String id, Set<String> taken) {
        int number = 2;
        while (!taken.add(id + "#" + number)) {
            number++;
        }
        return id + "#" + number;
    }
}
