@NullMarked
package io.novacron.oncall.core.text;

import org.jspecify.annotations.NullMarked;
