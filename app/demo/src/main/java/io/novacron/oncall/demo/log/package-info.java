/** What the platform writes to its logs, as a pure function of the world and the time. */
@NullMarked
package io.novacron.oncall.demo.log;

import org.jspecify.annotations.NullMarked;
