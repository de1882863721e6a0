/// Planned silences: the editor, and the list of all there are.
@NullMarked
package io.novacron.oncall.views.silence;

import org.jspecify.annotations.NullMarked;
