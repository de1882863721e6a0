/** One replica of Prometheus: its rules at work and its HTTP API as version 3.8 answers it. */
@NullMarked
package io.novacron.oncall.demo.prometheus;

import org.jspecify.annotations.NullMarked;
