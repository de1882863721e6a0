/** Spans and traces. */
@NullMarked
package io.novacron.oncall.core.trace;

import org.jspecify.annotations.NullMarked;
