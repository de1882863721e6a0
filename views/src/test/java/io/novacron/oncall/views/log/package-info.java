@NullMarked
package io.novacron.oncall.views.log;

import org.jspecify.annotations.NullMarked;
