/// What Prometheus knows of an alert beyond Alertmanager: the rule behind it, and what fired before.
@NullMarked
package io.novacron.oncall.views.firing;

import org.jspecify.annotations.NullMarked;
