@NullMarked
package io.novacron.oncall.core.fetch;

import org.jspecify.annotations.NullMarked;
