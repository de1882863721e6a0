package io.novacron.oncall.core.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A trace as rows to draw: every span received exactly once (exact duplicates are dropped and counted), parents before
 * their children, roots and siblings by start, then longer first, then id. The rules are those of traces guide §4; the
 * order of the spans in the trace changes nothing.
 *
 * @param naming index of the row that names the trace: the earliest true root, else the earliest row without a parent; -1
 *     without spans
 * @param start earliest start of all spans, epoch nanoseconds
 * @param end latest end of all spans, epoch nanoseconds; a child may outlive its root
 * @param depth levels; a single span has one
 * @param duplicates how many exact copies of spans were dropped
 * @param warnings sentences about what the backend sent, the trace's own first
 */
public record TraceTree(
        List<Row> rows,
        int naming,
        long start,
        long end,
        int depth,
        int orphans,
        int errors,
        int duplicates,
        List<String> services,
        List<String> warnings) {

    /** What is odd about a row. */
    public enum Mark {
        /** It names a parent of this trace that was not received; the trace may still be arriving. */
        PARENT_MISSING,
        /** Its parents lead back to itself; the circle was cut here. */
        CYCLE,
        /** Another, different span has the same id. */
        SAME_ID,
        /** The server half of a call that shares its id with the client half, its parent here. */
        SHARED_ID,
        /** It came without a start among spans that have one; drawn at its parent's start. */
        START_UNKNOWN,
        /** Its end is before its start or out of range; drawn without a length. */
        BAD_DURATION
    }

    /**
     * One span in its place.
     *
     * @param id the span's id, with a suffix where it is not unique in the trace
     * @param depth zero for a root
     * @param parent index of the parent's row, always smaller than the own; -1 for a root
     * @param start epoch nanoseconds as drawn
     * @param duration nanoseconds as drawn, never negative, never beyond the range of time
     * @param error the span itself failed ({@link SpanError})
     */
    public record Row(
            Span span, String id, int depth, int parent, long start, long duration, boolean error, Set<Mark> marks) {

        public Row {
            marks = Set.copyOf(marks);
        }
    }

    public TraceTree {
        rows = List.copyOf(rows);
        services = List.copyOf(services);
        warnings = List.copyOf(warnings);
    }

    /** Linear in the spans but for sorting; no recursion, so depth does not matter. */
    public static TraceTree of(Trace trace) {
        SpanNodes nodes = SpanNodes.of(trace);
        List<SpanNode> roots = Parents.link(nodes);
        SpanTimes.settle(nodes, roots);
        List<SpanNode> order = preOrder(roots);
        return summary(trace, nodes, roots, order);
    }

    /** The row that names the trace, null without spans. */
    public @Nullable Row root() {
        return naming < 0 ? null : rows.get(naming);
    }

    private static List<SpanNode> preOrder(List<SpanNode> roots) {
        List<SpanNode> order = new ArrayList<>();
        Deque<SpanNode> stack = new ArrayDeque<>();
        push(stack, roots);
        while (!stack.isEmpty()) {
            SpanNode node = stack.pop();
            node.row = order.size();
            SpanNode parent = node.parent;
            node.depth = parent == null ? 0 : parent.depth + 1;
            order.add(node);
            push(stack, node.children);
        }
        return order;
    }

    private static void push(Deque<SpanNode> stack, List<SpanNode> siblings) {
        siblings.sort(SpanNode.AS_DRAWN.reversed());
        siblings.forEach(stack::push);
    }

    private static TraceTree summary(Trace trace, SpanNodes nodes, List<SpanNode> roots, List<SpanNode> order) {
        List<Row> rows = new ArrayList<>(order.size());
        Set<String> services = new TreeSet<>();
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        int depth = 0;
        int orphans = 0;
        int errors = 0;
        for (SpanNode node : order) {
            Row row = node.asRow();
            rows.add(row);
            services.add(row.span().service());
            start = Math.min(start, row.start());
            end = Math.max(end, row.start() + row.duration());
            depth = Math.max(depth, row.depth() + 1);
            orphans += row.marks().contains(Mark.PARENT_MISSING) ? 1 : 0;
            errors += row.error() ? 1 : 0;
        }
        if (rows.isEmpty()) {
            start = 0;
            end = 0;
        }
        return new TraceTree(
                rows,
                naming(roots),
                start,
                end,
                depth,
                orphans,
                errors,
                nodes.duplicates(),
                List.copyOf(services),
                warnings(trace, nodes, order));
    }

    private static int naming(List<SpanNode> roots) {
        Comparator<SpanNode> trueRootsFirst = Comparator.comparing(node -> !node.isTrueRoot());
        return roots.stream()
                .min(trueRootsFirst.thenComparing(SpanNode.AS_DRAWN))
                .map(node -> node.row)
                .orElse(-1);
    }

    private static List<String> warnings(Trace trace, SpanNodes nodes, List<SpanNode> order) {
        List<String> warnings = new ArrayList<>(trace.warnings());
        Set<Mark> seen = EnumSet.noneOf(Mark.class);
        order.forEach(node -> seen.addAll(node.marks));
        if (nodes.duplicates() > 0) {
            warnings.add("Spans received more than once and dropped: " + nodes.duplicates());
        }
        for (Mark mark : seen) {
            long count =
                    order.stream().filter(node -> node.marks.contains(mark)).count();
            switch (mark) {
                case PARENT_MISSING ->
                    warnings.add("Spans whose parent was not received: " + count + "; the trace may still be arriving");
                case CYCLE -> warnings.add("Circles of parents, cut at their earliest span: " + count);
                case SAME_ID -> warnings.add("Different spans with an id that is not their own alone: " + count);
                case START_UNKNOWN -> warnings.add("Spans without a start, drawn at their parent's: " + count);
                case BAD_DURATION -> warnings.add("Spans that end before they start or out of range: " + count);
                case SHARED_ID -> {}
            }
        }
        return warnings;
    }
}
