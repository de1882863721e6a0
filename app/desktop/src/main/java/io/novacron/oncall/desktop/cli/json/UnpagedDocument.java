package io.novacron.oncall.desktop.cli.json;

import io.novacron.oncall.core.firing.Unpaged;
import java.time.Instant;
import java.util.Map;

/**
 * An alert that fires in Prometheus and stands in no Alertmanager; its labels lack the external ones.
 *
 * @param certain false where something keeps us from knowing; {@code reason} says what
 */
public record UnpagedDocument(
        Map<String, String> labels, Instant activeAt, String source, boolean certain, String reason) {

    public static UnpagedDocument of(Unpaged unpaged) {
        return new UnpagedDocument(
                unpaged.labels().byName(), unpaged.activeAt(), unpaged.source(), unpaged.certain(), unpaged.reason());
    }
}
