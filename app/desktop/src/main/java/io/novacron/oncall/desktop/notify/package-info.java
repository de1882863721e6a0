/** Notices on the desktop and as sound, and whether they arrive there. */
@NullMarked
package io.novacron.oncall.desktop.notify;

import org.jspecify.annotations.NullMarked;
