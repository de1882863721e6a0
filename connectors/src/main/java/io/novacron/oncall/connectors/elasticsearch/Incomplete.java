package io.novacron.oncall.connectors.elasticsearch;

import io.novacron.oncall.core.source.Condition;
import io.novacron.oncall.core.source.SourceState;
import io.novacron.oncall.core.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything in a good answer that says it is not the whole one (logs guide §10, reliability guide F39). */
final class Incomplete {

    private static final int REASONS = 5;

    private Incomplete() {}

    static List<String> reasons(SearchReply reply) {
        List<String> reasons = new ArrayList<>();
        SearchReply.Shards shards = reply.shards();
        if (shards != null && shards.failed() > 0) {
            List<String> causes = shards.reasons().stream()
                    .map(Incomplete::cause)
                    .distinct()
                    .limit(REASONS)
                    .toList();
            reasons.add(shards.failed() + " of " + shards.total() + " shards failed"
                    + (causes.isEmpty() ? "" : ": " + String.join("; ", causes)));
        }
        if (reply.timedOut()) {
            reasons.add("The search ran into its time limit of " + Bodies.TIMEOUT + " and was cut off");
        }
        SearchReply.Clusters clusters = reply.clusters();
        if (clusters != null && clusters.skipped() > 0) {
            reasons.add(clusters.skipped() + " of " + clusters.total() + " clusters were skipped");
        }
        return reasons;
    }

    /**
     * We never ask for an early end, so it needs a reason to be believed: OpenSearch 3.8 says it of complete counts, where it
     * took a short cut.
     */
    static List<String> early(SearchReply reply, boolean complete) {
        return reply.terminatedEarly() && !complete
                ? List.of("The search ended early on some shards, entries may be missing")
                : List.of();
    }

    /** Empty unless a pattern set matches nothing at all, which the backend answers as "no hits". */
    static List<String> noIndex(SearchReply reply, String indices) {
        SearchReply.Shards shards = reply.shards();
        SearchReply.Clusters clusters = reply.clusters();
        boolean none = shards != null && shards.total() == 0 && (clusters == null || clusters.skipped() == 0);
        return none ? List.of("No index matches " + Visible.line(indices, 200)) : List.of();
    }

    static List<Condition> conditions(List<String> reasons) {
        return reasons.stream()
                .map(reason -> new Condition(SourceState.PARTIAL, reason))
                .toList();
    }

    private static String cause(SearchReply.ShardFailure failure) {
        SearchReply.Reason reason = failure.reason();
        Stream<@Nullable String> parts = reason == null
                ? Stream.of(failure.index())
                : Stream.of(failure.index(), reason.type(), reason.reason());
        return Visible.line(String.join(": ", parts.filter(Objects::nonNull).toList()), 200);
    }
}
