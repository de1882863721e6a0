@NullMarked
package io.novacron.oncall.desktop;

import org.jspecify.annotations.NullMarked;
