/// A make-believe NovaCron behind the ports, for tests and pictures of views.
@NullMarked
package io.novacron.oncall.views.estate;

import org.jspecify.annotations.NullMarked;
