/// Search for traces, the list of hits and the waterfall.
@NullMarked
package io.novacron.oncall.views.trace;

import org.jspecify.annotations.NullMarked;
