/** News that something changed; never the data itself. */
@NullMarked
package io.novacron.oncall.core.bus;

import org.jspecify.annotations.NullMarked;
