package io.novacron.oncall.views.trace;

import io.novacron.oncall.core.trace.Trace;
import io.novacron.oncall.core.trace.TraceTree;
import java.util.Comparator;
import java.util.List;

/// One hit of a search.
///
/// @param start    epoch ns
/// @param share    its duration relative to the longest of the list, 0 to 1
record TraceRow(
        Trace trace, TraceTree tree, String service, String operation, long start, long duration, double share) {

    String id() {
        return trace.traceId();
    }

    /// All hits, newest first, since no backend promises an order.
    static List<TraceRow> of(List<Trace> traces) {
        List<TraceRow> rows =
                traces.stream().map(trace -> of(trace, TraceTree.of(trace))).toList();
        long longest = rows.stream().mapToLong(TraceRow::duration).max().orElse(0);
        return rows.stream()
                .map(row -> row.beside(longest))
                .sorted(Comparator.comparingLong(TraceRow::start).reversed().thenComparing(TraceRow::id))
                .toList();
    }

    static TraceRow of(Trace trace, TraceTree tree) {
        TraceTree.Row root = tree.root();
        String service = root == null ? "" : root.span().service();
        String operation = root == null ? "no span received" : root.span().operation();
        return new TraceRow(trace, tree, service, operation, tree.start(), tree.end() - tree.start(), 1);
    }

    private TraceRow beside(long longest) {
        return new TraceRow(
                trace, tree, service, operation, start, duration, longest == 0 ? 0 : (double) duration / longest);
    }
}
