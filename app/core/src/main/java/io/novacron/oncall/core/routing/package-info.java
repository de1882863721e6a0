/** Who is told of an alert: what an {@code alertmanager.yml} says of routes, receivers, inhibition and time intervals. */
@NullMarked
package io.novacron.oncall.core.routing;

import org.jspecify.annotations.NullMarked;
