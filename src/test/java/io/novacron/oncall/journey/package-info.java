/** The whole program against real servers. */
@NullMarked
package io.novacron.oncall.journey;

import org.jspecify.annotations.NullMarked;
