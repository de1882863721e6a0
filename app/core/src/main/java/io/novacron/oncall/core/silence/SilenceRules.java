package io.novacron.oncall.core.silence;

import io.novacron.oncall.core.alert.Alert;
import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.core.alert.Severity;
import io.novacron.oncall.core.silence.SilenceWarning.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a silence would hit, and what is odd about it, before anybody posts it (alerts guide S7, S8, S13, M3). */
public final class SilenceRules {

    /** A value no label has: a rule that hits an alert made of it hits alerts nobody has in mind. */
    private static final String NOBODY = "\u0001nobody\u0001";

    private SilenceRules() {}

    /**
     * The hits among today's alerts, and the warnings.
     *
     * @param alerts those of the cluster that the silence is for, quiet ones too
     * @throws MatcherSyntaxException as {@link Matching#of}
     */
    public static SilencePreview preview(List<Matcher> matchers, Collection<Alert> alerts)
            throws MatcherSyntaxException {
        Matching matching = Matching.of(matchers);
        List<AlertKey> hits = new ArrayList<>();
        Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
        for (Alert alert : alerts) {
            if (matching.matches(alert.labels())) {
                hits.add(alert.key());
                bySeverity.merge(alert.severity(), 1, Integer::sum);
            }
        }
        List<SilenceWarning> warnings = reach(matchers, matching, hits.size(), alerts.size());
        warnings.addAll(MatcherWarnings.of(matchers));
        return new SilencePreview(hits, alerts.size(), bySeverity, warnings);
    }

    private static List<SilenceWarning> reach(List<Matcher> matchers, Matching matching, int hits, int of) {
        List<SilenceWarning> warnings = new ArrayList<>();
        boolean onlyExcludes =
                matchers.stream().allMatch(matcher -> matcher.op().negative());
        if (onlyExcludes) {
            String text =
                    "No matcher says which alerts to silence, so it silences all but those it excludes; add one with = or =~.";
            warnings.add(new SilenceWarning(Code.NEGATIVE_ONLY, text));
        }
        if (!onlyExcludes && hitsAnything(matchers, matching)) {
            warnings.add(new SilenceWarning(Code.MATCHES_EVERYTHING, "It silences every alert, also those to come."));
        } else if (hits == of && of > 1) {
            String text = "It silences all " + of + " alerts that are listed now.";
            warnings.add(new SilenceWarning(Code.MATCHES_EVERYTHING, text));
        }
        if (hits == 0) {
            warnings.add(new SilenceWarning(Code.MATCHES_NOTHING, "It hits none of the alerts that are listed now."));
        }
        return warnings;
    }

    /** True where it hits an alert of any name, with the labels it speaks of and without them. */
    private static boolean hitsAnything(List<Matcher> matchers, Matching matching) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("alertname", NOBODY);
        boolean without = matching.matches(Labels.of(labels));
        matchers.forEach(matcher -> labels.put(matcher.name(), NOBODY));
        return without && matching.matches(Labels.of(labels));
    }
}
