@NullMarked
package io.novacron.oncall.core.bus;

import org.jspecify.annotations.NullMarked;
