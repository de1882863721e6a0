@NullMarked
package io.novacron.oncall.views.routing;

import org.jspecify.annotations.NullMarked;
