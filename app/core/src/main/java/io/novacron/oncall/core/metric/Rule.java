package io.novacron.oncall.core.metric;

import io.novacron.oncall.core.alert.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a Prometheus server.
 *
 * @param kind {@code alerting} or {@code recording}
 * @param state for alerting rules {@code inactive}, {@code pending} or {@code firing}; else empty
 * @param health {@code ok}, {@code err} or {@code unknown}
 * @param lastError empty where the last evaluation went well
 * @param lastEvaluation null before the first, and where the server does not say
 * @param evaluationTime how long that took; zero where the server does not say
 */
public record Rule(
        String group,
        String file,
        String name,
        String kind,
        String query,
        Duration holdFor,
        Labels labels,
        Map<String, String> annotations,
        String state,
        String health,
        String lastError,
        @Nullable Instant lastEvaluation,
        Duration evaluationTime) {

    public Rule {
        annotations = Map.copyOf(annotations);
    }
}
