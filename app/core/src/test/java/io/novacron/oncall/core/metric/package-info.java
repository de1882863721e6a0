@NullMarked
package io.novacron.oncall.core.metric;

import org.jspecify.annotations.NullMarked;
