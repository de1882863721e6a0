package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.alert.AlertKey;
import io.novacron.oncall.core.silence.SilencePreview;
import io.novacron.oncall.core.silence.SilenceWarning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a silence would hit now; {@code percent} of {@code of} alerts. */
public record PreviewDocument(
        List<String> matches,
        int count,
        double percent,
        int of,
        Map<String, Integer> bySeverity,
        List<SilenceWarning> warnings) {

    public static PreviewDocument of(SilencePreview preview) {
        Map<String, Integer> bySeverity = new LinkedHashMap<>();
        preview.bySeverity().forEach((severity, count) -> bySeverity.put(severity.mark(), count));
        return new PreviewDocument(
                preview.matches().stream().map(AlertKey::fingerprint).toList(),
                preview.count(),
                preview.percent(),
                preview.of(),
                bySeverity,
                preview.warnings());
    }
}
