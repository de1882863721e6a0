/** The only clock of the program, and durations as Prometheus writes them. */
@NullMarked
package io.novacron.oncall.core.time;

import org.jspecify.annotations.NullMarked;
