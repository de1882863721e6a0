package io.novacron.oncall.core.topology;

import org.jspecify.annotations.Nullable;

/**
 * One thing a verdict on a service rests on.
 *
 * @param text what was looked at, such as {@code up{job="api"} on prom-eu}
 * @param value what was found there, such as {@code 3 of 3 targets up}
 * @param ageSeconds how old that is; null where nothing was found
 */
public record Evidence(String text, String value, @Nullable Long ageSeconds) {}
