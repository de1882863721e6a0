/// What the window shows of the embedded estate: that it is one, and its scenarios.
@NullMarked
package io.novacron.oncall.views.demo;

import org.jspecify.annotations.NullMarked;
