@NullMarked
package io.novacron.oncall.themes;

import org.jspecify.annotations.NullMarked;
