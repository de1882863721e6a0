/** The page of one target: its families, their series, and the place in the world they speak of. */
@NullMarked
package io.novacron.oncall.demo.metric.page;

import org.jspecify.annotations.NullMarked;
