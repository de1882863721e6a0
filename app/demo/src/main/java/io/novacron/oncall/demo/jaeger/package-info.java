/** The estate's Jaeger: the legacy JSON dialect of version 1.62 over generated traces and those that were posted. */
@NullMarked
package io.novacron.oncall.demo.jaeger;

import org.jspecify.annotations.NullMarked;
