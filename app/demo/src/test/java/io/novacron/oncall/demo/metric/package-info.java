@NullMarked
package io.novacron.oncall.demo.metric;

import org.jspecify.annotations.NullMarked;
