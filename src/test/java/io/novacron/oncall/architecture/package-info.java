/** Rules of the house that no compiler knows. */
@NullMarked
package io.novacron.oncall.architecture;

import org.jspecify.annotations.NullMarked;
