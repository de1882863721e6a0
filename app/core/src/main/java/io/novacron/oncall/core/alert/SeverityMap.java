package io.novacron.oncall.core.alert;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** From the value of the {@code severity} label to {@link Severity}, whatever its case (NovaCron guide §5). */
public record SeverityMap(Map<String, Severity> byWord) {

    /** The words of NovaCron's code, runbook and playbooks. */
    public static final SeverityMap DEFAULT = new SeverityMap(Map.ofEntries(
            Map.entry("critical", Severity.S1),
            Map.entry("emergency", Severity.S1),
            Map.entry("page", Severity.S1),
            Map.entry("p0", Severity.S1),
            Map.entry("0", Severity.S1),
            Map.entry("sev-1", Severity.S1),
            Map.entry("sev1", Severity.S1),
            Map.entry("error", Severity.S2),
            Map.entry("high", Severity.S2),
            Map.entry("major", Severity.S2),
            Map.entry("p1", Severity.S2),
            Map.entry("1", Severity.S2),
            Map.entry("sev-2", Severity.S2),
            Map.entry("sev2", Severity.S2),
            Map.entry("warning", Severity.S3),
            Map.entry("medium", Severity.S3),
            Map.entry("minor", Severity.S3),
            Map.entry("p2", Severity.S3),
            Map.entry("2", Severity.S3),
            Map.entry("sev-3", Severity.S3),
            Map.entry("sev3", Severity.S3),
            Map.entry("low", Severity.S4),
            Map.entry("p3", Severity.S4),
            Map.entry("3", Severity.S4),
            Map.entry("sev-4", Severity.S4),
            Map.entry("sev4", Severity.S4),
            Map.entry("info", Severity.S5),
            Map.entry("informational", Severity.S5),
            Map.entry("none", Severity.S5),
            Map.entry("p4", Severity.S5),
            Map.entry("4", Severity.S5)));

    public SeverityMap {
        Map<String, Severity> lower = new TreeMap<>();
        byWord.forEach((word, severity) -> lower.put(word.toLowerCase(Locale.ROOT), severity));
        byWord = Map.copyOf(lower);
    }

    public Severity of(Labels labels) {
        return byWord.getOrDefault(labels.get("severity").strip().toLowerCase(Locale.ROOT), Severity.UNKNOWN);
    }
}
