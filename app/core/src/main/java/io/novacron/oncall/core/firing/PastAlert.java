package io.novacron.oncall.core.firing;

import io.novacron.oncall.core.alert.Labels;

/** An alert that fired and does not stand in Alertmanager now; its labels are those with which Alertmanager would know it. */
public record PastAlert(Labels labels, AlertHistory history) {}
