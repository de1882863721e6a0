/** The embedded estate and real servers answer the same questions about the same data. */
@NullMarked
package io.novacron.oncall.differential;

import org.jspecify.annotations.NullMarked;
