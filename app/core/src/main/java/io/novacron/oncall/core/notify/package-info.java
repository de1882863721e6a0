/** What must reach the operator who does not look at the window: which notices to raise, and when. */
@NullMarked
package io.novacron.oncall.core.notify;

import org.jspecify.annotations.NullMarked;
