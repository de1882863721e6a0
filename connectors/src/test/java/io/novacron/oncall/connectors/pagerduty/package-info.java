/** Tests against a PagerDuty on loopback. */
@NullMarked
package io.novacron.oncall.connectors.pagerduty;

import org.jspecify.annotations.NullMarked;
