@NullMarked
package io.novacron.oncall.demo.trace;

import org.jspecify.annotations.NullMarked;
