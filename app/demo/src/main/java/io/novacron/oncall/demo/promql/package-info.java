/** PromQL over any {@link io.novacron.oncall.demo.promql.SeriesStore}, with the semantics of Prometheus 3. */
@NullMarked
package io.novacron.oncall.demo.promql;

import org.jspecify.annotations.NullMarked;
