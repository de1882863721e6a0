/** Services and the calls between them. */
@NullMarked
package io.novacron.oncall.core.topology;

import org.jspecify.annotations.NullMarked;
