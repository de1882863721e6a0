package io.novacron.oncall.desktop.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.novacron.oncall.core.trace.TraceTree;
import io.novacron.oncall.core.trace.TraceTree.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One trace; {@code tree} only where it was asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TraceDocument(
        String traceId,
        String rootService,
        String rootOperation,
        Instant start,
        long durationUs,
        int spans,
        int services,
        int depth,
        int orphans,
        int errors,
        List<String> warnings,
        @Nullable List<SpanDocument> tree,
        String source) {

    /** One span in its place, parents before children; {@code parentId} is null for a root. */
    public record SpanDocument(
            String spanId,
            @Nullable String parentId,
            int depth,
            String service,
            String operation,
            long startUs,
            long durationUs,
            boolean error) {}

    public static TraceDocument of(String traceId, TraceTree tree, boolean withTree, String source) {
        Row root = tree.root();
        return new TraceDocument(
                traceId,
                root == null ? "" : root.span().service(),
                root == null ? "" : root.span().operation(),
                Nanos.instant(tree.start()),
                (tree.end() - tree.start()) / 1000,
                tree.rows().size(),
                tree.services().size(),
                tree.depth(),
                tree.orphans(),
                tree.errors(),
                tree.warnings(),
                withTree ? spans(tree) : null,
                source);
    }

    private static List<SpanDocument> spans(TraceTree tree) {
        List<SpanDocument> spans = new ArrayList<>(tree.rows().size());
        for (Row row : tree.rows()) {
            spans.add(new SpanDocument(
                    row.id(),
                    row.parent() < 0 ? null : tree.rows().get(row.parent()).id(),
                    row.depth(),
                    row.span().service(),
                    row.span().operation(),
                    row.start() / 1000,
                    row.duration() / 1000,
                    row.error()));
        }
        return spans;
    }
}
