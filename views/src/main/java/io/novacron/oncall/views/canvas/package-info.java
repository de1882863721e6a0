/// Drawing of what has thousands of marks: a canvas the size of the viewport, and pictures of the window.
@NullMarked
package io.novacron.oncall.views.canvas;

import org.jspecify.annotations.NullMarked;
