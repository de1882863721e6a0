package io.novacron.oncall.core.trace;

import io.novacron.oncall.core.trace.TraceTree.Mark;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Gives spans without a start the one of their parent. Zero is a valid time; it means "unknown" only among spans with real
 * epoch times (traces guide §4).
 */
final class SpanTimes {

    /** 2000-01-01 in epoch nanoseconds: no traced span is older, and relative times do not reach it. */
    private static final long REAL = 946_684_800_000_000_000L;

    private SpanTimes() {}

    static void settle(SpanNodes nodes, List<SpanNode> roots) {
        long earliest = nodes.all().stream()
                .mapToLong(node -> node.start)
                .filter(start -> start >= REAL)
                .min()
                .orElse(0);
        if (earliest == 0) {
            return;
        }
        Deque<SpanNode> stack = new ArrayDeque<>(roots);
        while (!stack.isEmpty()) {
            SpanNode node = stack.pop();
            if (node.start == 0) {
                SpanNode parent = node.parent;
                moveTo(node, parent == null ? earliest : parent.start);
            }
            stack.addAll(node.children);
        }
    }

    private static void moveTo(SpanNode node, long start) {
        node.start = start;
        node.marks.add(Mark.START_UNKNOWN);
        if (node.duration > Long.MAX_VALUE - start) {
            node.duration = 0;
            node.marks.add(Mark.BAD_DURATION);
        }
    }
}
