/** What fired when, told by Prometheus's own series of its alerts, and which of its alerts reach no Alertmanager. */
@NullMarked
package io.novacron.oncall.core.firing;

import org.jspecify.annotations.NullMarked;
