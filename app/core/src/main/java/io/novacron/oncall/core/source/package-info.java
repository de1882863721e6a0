/** Ports to the backends, the words for their state, and what a read brings back. */
@NullMarked
package io.novacron.oncall.core.source;

import org.jspecify.annotations.NullMarked;
