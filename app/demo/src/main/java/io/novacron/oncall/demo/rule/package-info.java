/** Rule files of Prometheus: parsed, evaluated, and what they recorded and fired kept readable as series. */
@NullMarked
package io.novacron.oncall.demo.rule;

import org.jspecify.annotations.NullMarked;
