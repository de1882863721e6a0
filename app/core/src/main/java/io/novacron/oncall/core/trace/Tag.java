package io.novacron.oncall.core.trace;

/**
 * One tag of a span, event or process.
 *
 * @param type {@code string}, {@code bool}, {@code int64}, {@code float64} or {@code binary}, as the backend said
 * @param value exactly as received, so that integers beyond 2^53 stay whole
 */
public record Tag(String key, String type, String value) {}
