/** What each exporter of the platform has to say: names, labels and values. */
@NullMarked
package io.novacron.oncall.demo.metric.exporter;

import org.jspecify.annotations.NullMarked;
