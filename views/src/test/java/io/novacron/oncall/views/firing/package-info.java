@NullMarked
package io.novacron.oncall.views.firing;

import org.jspecify.annotations.NullMarked;
