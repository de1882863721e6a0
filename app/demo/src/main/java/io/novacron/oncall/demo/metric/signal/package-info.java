/** Values over time in closed form: counts are integrals, so that no reader ever walks through the past. */
@NullMarked
package io.novacron.oncall.demo.metric.signal;

import org.jspecify.annotations.NullMarked;
