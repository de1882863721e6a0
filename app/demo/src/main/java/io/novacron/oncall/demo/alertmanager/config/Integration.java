package io.novacron.oncall.demo.alertmanager.config;

/**
 * One way in which a receiver is told.
 *
 * @param kind {@code webhook}, {@code email}, {@code pagerduty}, {@code slack} or {@code sns}
 * @param index among those of its kind
 * @param maxAlerts 0 for all of them
 */
public record Integration(String kind, int index, boolean sendResolved, int maxAlerts) {}
