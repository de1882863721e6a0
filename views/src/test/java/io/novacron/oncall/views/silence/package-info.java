@NullMarked
package io.novacron.oncall.views.silence;

import org.jspecify.annotations.NullMarked;
