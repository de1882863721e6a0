package io.novacron.oncall.desktop.cli;

import io.novacron.oncall.core.silence.Matcher;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of silences against the alerts of clusters. */
final class Rules {

    private Rules() {}

    /** What the rule hits in one cluster, in all of them where {@code cluster} is null. */
    static SilencePreview preview(List<Matcher> rule, Clusters clusters, @Nullable String cluster) throws Stop {
        try {
            return SilenceRules.preview(
                    rule,
                    clusters.board().alerts().stream()
                            .filter(alert ->
                                    cluster == null || alert.key().cluster().equals(cluster))
                            .toList());
        } catch (MatcherSyntaxException e) {
            throw Stop.usage("--matcher: " + e.text());
        }
    }
}
