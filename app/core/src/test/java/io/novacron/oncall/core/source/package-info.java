@NullMarked
package io.novacron.oncall.core.source;

import org.jspecify.annotations.NullMarked;
