/** One class per intent of the operator, and the ladder each climbs. */
@NullMarked
package io.novacron.oncall.core.action;

import org.jspecify.annotations.NullMarked;
