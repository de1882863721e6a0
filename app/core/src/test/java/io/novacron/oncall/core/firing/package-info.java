@NullMarked
package io.novacron.oncall.core.firing;

import org.jspecify.annotations.NullMarked;
