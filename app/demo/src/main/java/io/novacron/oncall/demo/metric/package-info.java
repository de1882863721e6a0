/** Every series of the platform as a pure function of world and time, and how Prometheus scrapes it. */
@NullMarked
package io.novacron.oncall.demo.metric;

import org.jspecify.annotations.NullMarked;
