@NullMarked
package io.novacron.oncall.views.canvas;

import org.jspecify.annotations.NullMarked;
