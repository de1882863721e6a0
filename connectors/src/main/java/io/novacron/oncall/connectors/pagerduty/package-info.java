/** PagerDuty's Events API v2 as a {@link io.novacron.oncall.core.source.PageSink}. */
@NullMarked
package io.novacron.oncall.connectors.pagerduty;

import org.jspecify.annotations.NullMarked;
