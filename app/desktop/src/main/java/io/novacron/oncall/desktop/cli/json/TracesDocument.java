package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.trace.TraceTree;
import java.time.Instant;
import java.util.List;

/** Traces that a search found, newest first. */
public record TracesDocument(List<Found> traces, List<String> warnings) {

    /** One of them in short; the root is the earliest span without a parent. */
    public record Found(
            String traceId,
            String rootService,
            String rootOperation,
            Instant start,
            long durationUs,
            int spans,
            int errors,
            List<String> services,
            String source) {

        public static Found of(String traceId, TraceTree tree, String source) {
            TraceTree.Row root = tree.root();
            return new Found(
                    traceId,
                    root == null ? "" : root.span().service(),
                    root == null ? "" : root.span().operation(),
                    Nanos.instant(tree.start()),
                    (tree.end() - tree.start()) / 1000,
                    tree.rows().size(),
                    tree.errors(),
                    tree.services(),
                    source);
        }
    }
}
