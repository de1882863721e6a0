/** The window: its views, its beginning and its end. */
@NullMarked
package io.novacron.oncall.desktop.window;

import org.jspecify.annotations.NullMarked;
