package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.alert.Labels;
import java.time.Instant;

/**
 * An alert that fires in Prometheus and that no Alertmanager of this console has.
 *
 * @param labels as Prometheus has them, without external ones
 * @param activeAt when its expression began to hold
 * @param source the Prometheus
 * @param certain false where something keeps us from knowing whether an Alertmanager has it
 * @param reason a sentence without its full stop
 */
public record Unpaged(Labels labels, Instant activeAt, String source, boolean certain, String reason) {}
