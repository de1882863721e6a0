/** The pollers: one virtual thread per source. */
@NullMarked
package io.novacron.oncall.core.poll;

import org.jspecify.annotations.NullMarked;
