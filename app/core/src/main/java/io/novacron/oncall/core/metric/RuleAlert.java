package io.novacron.oncall.core.metric;

import io.novacron.oncall.core.alert.Labels;
import java.time.Instant;
import java.util.Map;

/**
 * What a Prometheus server itself fires or holds pending. Never merged with Alertmanager's alerts by fingerprint: the labels
 * lack the external ones (design §2).
 *
 * @param state {@code pending} or {@code firing}
 * @param value the expression's value as text
 */
public record RuleAlert(Labels labels, Map<String, String> annotations, String state, Instant activeAt, String value) {

    public RuleAlert {
        annotations = Map.copyOf(annotations);
    }
}
