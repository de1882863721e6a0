@NullMarked
package io.novacron.oncall.core.store;

import org.jspecify.annotations.NullMarked;
