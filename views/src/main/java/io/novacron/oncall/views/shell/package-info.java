/// The window: rail of views, verdict, sources, background work, help; and what it says when there is no configuration.
@NullMarked
package io.novacron.oncall.views.shell;

import org.jspecify.annotations.NullMarked;
