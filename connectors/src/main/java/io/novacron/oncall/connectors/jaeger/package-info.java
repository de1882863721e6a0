/** Jaeger as a {@link io.novacron.oncall.core.source.TraceSource}. */
@NullMarked
package io.novacron.oncall.connectors.jaeger;

import org.jspecify.annotations.NullMarked;
