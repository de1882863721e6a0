package io.novacron.oncall.views.silence;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.silence.CrossProduct;
import io.novacron.oncall.core.silence.MatcherSyntaxException;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceRules;
import io.novacron.oncall.core.silence.SilenceWarning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the fields would do now, by the very rules of the server. Pure.
///
/// @param fields   what was typed when it was computed
/// @param doubt    why it may hit others than these; empty where the cluster answers
/// @param preview  empty where the fields cannot be read
/// @param newly    hits that nothing silences yet, worst first
/// @param already  hits that another silence keeps quiet too
/// @param missed   alerts that were selected and are not hit
/// @param warnings one sentence each
record Outlook(
        Fields fields,
        SilenceDraft draft,
        String doubt,
        Optional<SilencePreview> preview,
        List<Alert> newly,
        List<Alert> already,
        List<Alert> missed,
        List<String> warnings) {
    /// As typed.
    record Fields(String matchers, String end, String comment) {}

    Outlook {
        newly = List.copyOf(newly);
        already = List.copyOf(already);
        missed = List.copyOf(missed);
        warnings = List.copyOf(warnings);
    }

    /// @param sight    what is known of the cluster
    /// @param selected alerts that are meant to be hit
    /// @param own      id of the silence that is being changed, else empty
    static Outlook of(Fields fields, SilenceDraft draft, ClusterSight sight, Set<AlertKey> selected, String own) {
        if (!draft.whole()) {
            return nothing(fields, draft);
        }
        if (sight.alerts().isEmpty()) {
            return nothing(fields, draft.but(sight.doubt()));
        }
        List<Alert> alerts = sight.alerts().get();
        try {
            SilencePreview preview = SilenceRules.preview(draft.matchers(), alerts);
            Set<AlertKey> hits = new HashSet<>(preview.matches());
            var newly = new ArrayList<Alert>();
            var already = new ArrayList<Alert>();
            var missed = new ArrayList<Alert>();
            for (Alert alert : alerts) {
                if (hits.contains(alert.key())) {
                    boolean quiet = alert.silencedBy().stream().anyMatch(id -> !id.equals(own));
                    (quiet ? already : newly).add(alert);
                } else if (selected.contains(alert.key())) {
                    missed.add(alert);
                }
            }
            var warnings = new ArrayList<String>();
            preview.warnings().stream().map(SilenceWarning::text).forEach(warnings::add);
            String cross = CrossProduct.warning(draft.matchers());
            if (!cross.isEmpty()) {
                warnings.add(cross);
            }
            return new Outlook(fields, draft, sight.doubt(), Optional.of(preview), newly, already, missed, warnings);
        } catch (MatcherSyntaxException e) {
            return nothing(fields, draft.but(e.text()));
        }
    }

    private static Outlook nothing(Fields fields, SilenceDraft draft) {
        return new Outlook(fields, draft, "", Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }

    /// Why the count must be typed to go on; empty where it need not.
    String danger() {
        return preview.map(hits -> hits.danger(draft.end().length())).orElse("");
    }

    /// Why a responder gives a reason as well; empty where none is needed.
    String breakGlass() {
        return preview.map(hits -> hits.breakGlass(draft.end().length())).orElse("");
    }
}
