/// Who is told of an alert: the routing tree with the way of the alert, receivers, and whether notifications arrive.
@NullMarked
package io.novacron.oncall.views.routing;

import org.jspecify.annotations.NullMarked;
