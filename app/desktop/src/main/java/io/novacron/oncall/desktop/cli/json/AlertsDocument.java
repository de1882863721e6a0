package io.novacron.oncall.desktop.cli.json;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alerts of all clusters.
 *
 * @param observedAt null where no cluster answered
 * @param allClear proved by the verdict alone, whatever the filter
 * @param doubts why it is not proved
 * @param notInAlertmanager what Prometheus fires and nobody is paged for, whatever the filter
 */
public record AlertsDocument(
        @Nullable Instant observedAt,
        boolean allClear,
        String verdict,
        List<String> doubts,
        List<SourceDocument> sources,
        List<AlertDocument> alerts,
        List<UnpagedDocument> notInAlertmanager) {}
