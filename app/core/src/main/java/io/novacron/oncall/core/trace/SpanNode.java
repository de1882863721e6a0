package io.novacron.oncall.core.trace;

import io.novacron.oncall.core.trace.TraceTree.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A span while its tree is built. */
final class SpanNode {

    /** The order of roots and of siblings; total, because ids are unique among nodes. */
    static final Comparator<SpanNode> AS_DRAWN = Comparator.<SpanNode>comparingLong(node -> node.start)
            .thenComparing(node -> node.duration, Comparator.reverseOrder())
            .thenComparing(node -> node.id);

    /** An order of spans as received that does not depend on the order they came in. */
    static final Comparator<Span> AS_RECEIVED = Comparator.comparingLong(Span::start)
            .thenComparing(Span::duration, Comparator.reverseOrder())
            .thenComparing(Span::service)
            .thenComparing(Span::operation)
            .thenComparing(Span::toString);

    final Span span;
    final String id;
    final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    final List<SpanNode> children = new ArrayList<>();

    @Nullable
    SpanNode parent;

    long start;
    long duration;
    int depth;
    int row;

    SpanNode(Span span, String id) {
        this.span = span;
        this.id = id;
        start = span.start();
        duration = span.duration();
        boolean bad = duration < 0 || (start > 0 && duration > Long.MAX_VALUE - start);
        if (bad) {
            duration = 0;
            marks.add(Mark.BAD_DURATION);
        }
    }

    long end() {
        return start + duration;
    }

    boolean contains(SpanNode other) {
        return start <= other.start && other.end() <= end();
    }

    boolean isTrueRoot() {
        return parent == null && !marks.contains(Mark.PARENT_MISSING) && !marks.contains(Mark.CYCLE);
    }

    TraceTree.Row asRow() {
        SpanNode above = parent;
        return new TraceTree.Row(
                span, id, depth, above == null ? -1 : above.row, start, duration, SpanError.failed(span), marks);
    }
}
