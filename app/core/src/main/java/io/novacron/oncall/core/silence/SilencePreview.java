package io.novacron.oncall.core.silence;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.alert.Severity;
import java.time.Duration;
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

    private static final Duration LONG = Duration.ofHours(4);
    private static final int LARGE_PERCENT = 20;
    private static final int HUGE_PERCENT = 50;

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

    /**
     * Why a silence of this length needs its count typed, whoever asks for it; empty where it does not (reliability guide F59).
     */
    public String danger(Duration length) {
        int critical = bySeverity.getOrDefault(Severity.S1, 0);
        if (critical > 0) {
            return critical + " of them " + Severity.S1.mark() + " (" + Severity.S1.meaning() + ")";
        }
        if (warns(SilenceWarning.Code.MATCHES_EVERYTHING)) {
            return "all there are";
        }
        if (percent() > LARGE_PERCENT) {
            return "more than " + LARGE_PERCENT + " % of all " + of;
        }
        return length.compareTo(LONG) > 0 ? "for longer than 4 h" : "";
    }

    /**
     * Why a silence of this length is beyond what a responder decides alone; empty where it is not (reliability guide §8). All
     * of this is {@link #danger} too. A share of a single alert says nothing and is none.
     */
    public String breakGlass(Duration length) {
        if (length.compareTo(LONG) > 0) {
            return "for longer than 4 h";
        }
        if (warns(SilenceWarning.Code.MATCHES_EVERYTHING)) {
            return "all there are";
        }
        return percent() > HUGE_PERCENT && of > 1 ? "more than " + HUGE_PERCENT + " % of all " + of : "";
    }
}
