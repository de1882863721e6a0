@NullMarked
package io.novacron.oncall.views.shell;

import org.jspecify.annotations.NullMarked;
