/** Prometheus query results, rules and targets. */
@NullMarked
package io.novacron.oncall.core.metric;

import org.jspecify.annotations.NullMarked;
