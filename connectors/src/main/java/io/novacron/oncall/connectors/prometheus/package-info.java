/** Prometheus and what speaks its API: queries, rules, alerts and targets (metrics guide §1). */
@NullMarked
package io.novacron.oncall.connectors.prometheus;

import org.jspecify.annotations.NullMarked;
