/** What the estate plays: its rules as a real tool reads them, its scenarios as the command line sees them. */
@NullMarked
package io.novacron.oncall.scenario;

import org.jspecify.annotations.NullMarked;
