@NullMarked
package io.novacron.oncall.core.notify;

import org.jspecify.annotations.NullMarked;
