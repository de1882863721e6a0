@NullMarked
package io.novacron.oncall.demo.jaeger;

import org.jspecify.annotations.NullMarked;
