package io.novacron.oncall.core.store;

import java.time.Instant;

/**
 * One source's whole answer.
 *
 * @param sequence grows with each poll of the source
 * @param observedAt when the answer was complete, by our clock
 */
public record Snapshot<T>(long sequence, Instant observedAt, T value) {}
