@NullMarked
package io.novacron.oncall.views.fx;

import org.jspecify.annotations.NullMarked;
