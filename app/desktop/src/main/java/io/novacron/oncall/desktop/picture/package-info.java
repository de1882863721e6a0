/** Pictures of the window, drawn without a display. */
@NullMarked
package io.novacron.oncall.desktop.picture;

import org.jspecify.annotations.NullMarked;
