@NullMarked
package io.novacron.oncall.core.poll;

import org.jspecify.annotations.NullMarked;
