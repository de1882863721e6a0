package io.novacron.oncall.core.silence;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a silence would hit now.
 *
 * @param matches in the order of the alerts given
 * @param of how many alerts there are
 * @param bySeverity counts of those hit, worst first, without zeros
 */
public record SilencePreview(
        List<AlertKey> matches, int of, Map<Severity, Integer> bySeverity, List<SilenceWarning> warnings) {

    public SilencePreview {
        matches = List.copyOf(matches);
        Map<Severity, Integer> sorted = new EnumMap<>(Severity.class);
        sorted.putAll(bySeverity);
        bySeverity = Collections.unmodifiableMap(sorted);
        warnings = List.copyOf(warnings);
    }

    public int count() {
        return matches.size();
    }

    /** Share of today's alerts, 0 to 100; 0 where there are none. */
    public double percent() {
        return of == 0 ? 0 : 100.0 * matches.size() / of;
    }

    public boolean warns(SilenceWarning.Code code) {
        return warnings.stream().anyMatch(warning -> warning.code() == code);
    }
}
