package io.novacron.oncall.core.trace;

import io.novacron.oncall.core.trace.TraceTree.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parent of each span: the first CHILD_OF of the same trace that exists, then the first such FOLLOWS_FROM
 * (traces guide §4). References to other traces are links, references to oneself are nothing.
 */
final class Parents {

    private Parents() {}

    /** Sets parents and children and answers the roots, those that had to be made included. */
    static List<SpanNode> link(SpanNodes nodes) {
        for (SpanNode node : nodes.all()) {
            if (node.parent == null) {
                node.parent = parent(node, nodes);
            }
        }
        cutCycles(nodes.all());
        List<SpanNode> roots = new ArrayList<>();
        for (SpanNode node : nodes.all()) {
            SpanNode parent = node.parent;
            (parent == null ? roots : parent.children).add(node);
        }
        return roots;
    }

    private static @Nullable SpanNode parent(SpanNode node, SpanNodes nodes) {
        String self = TraceIds.normal(node.span.spanId());
        boolean named = false;
        for (Reference.Kind kind : Reference.Kind.values()) {
            for (Reference reference : node.span.references()) {
                String id = TraceIds.normal(reference.spanId());
                if (reference.kind() != kind || id.isEmpty() || id.equals(self) || !sameTrace(reference, node.span)) {
                    continue;
                }
                named = true;
                List<SpanNode> candidates = nodes.byId().getOrDefault(id, List.of());
                if (!candidates.isEmpty()) {
                    return best(candidates, node);
                }
            }
        }
        if (named) {
            node.marks.add(Mark.PARENT_MISSING);
        }
        return null;
    }

    /** A reference without a trace id means its own trace. */
    private static boolean sameTrace(Reference reference, Span span) {
        return reference.traceId().isEmpty() || TraceIds.same(reference.traceId(), span.traceId());
    }

    private static SpanNode best(List<SpanNode> candidates, SpanNode child) {
        SpanNode last = candidates.getLast();
        if (last.marks.contains(Mark.SHARED_ID)) {
            return last;
        }
        return candidates.stream()
                .filter(candidate -> candidate.contains(child))
                .findFirst()
                .orElse(candidates.getFirst());
    }

    /** Walks up from every node; a walk that meets itself found a circle, one that meets an earlier walk is done. */
    private static void cutCycles(List<SpanNode> nodes) {
        Set<SpanNode> done = new HashSet<>();
        for (SpanNode start : nodes) {
            Set<SpanNode> walk = new HashSet<>();
            SpanNode node = start;
            while (node != null && !done.contains(node) && walk.add(node)) {
                node = node.parent;
            }
            if (node != null && !done.contains(node)) {
                cut(node);
            }
            done.addAll(walk);
        }
    }

    private static void cut(SpanNode member) {
        List<SpanNode> circle = new ArrayList<>();
        SpanNode node = member;
        do {
            circle.add(node);
            node = node.parent;
        } while (node != null && node != member);
        SpanNode earliest = circle.stream()
                .min(Comparator.<SpanNode>comparingLong(each -> each.start).thenComparing(each -> each.id))
                .orElseThrow();
        earliest.parent = null;
        earliest.marks.add(Mark.CYCLE);
    }
}
