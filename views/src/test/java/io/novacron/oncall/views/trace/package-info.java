@NullMarked
package io.novacron.oncall.views.trace;

import org.jspecify.annotations.NullMarked;
