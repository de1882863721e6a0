@NullMarked
package io.novacron.oncall.demo.metric.signal;

import org.jspecify.annotations.NullMarked;
