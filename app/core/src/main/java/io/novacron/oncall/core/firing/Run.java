package io.novacron.oncall.core.firing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of firing, exact to one step of the query.
 *
 * @param start when it was first seen firing; where {@code earlier}, it had begun before
 * @param end when it was first seen not to fire; null while it fires, and where nothing is known of what came next
 * @param earlier it was firing already at the first moment that was asked for
 */
public record Run(Instant start, @Nullable Instant end, boolean earlier) {}
