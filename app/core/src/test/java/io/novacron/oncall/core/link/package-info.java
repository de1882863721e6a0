@NullMarked
package io.novacron.oncall.core.link;

import org.jspecify.annotations.NullMarked;
