package io.novacron.oncall.demo.metric.page;

import io.novacron.oncall.core.alert.Labels;
import io.novacron.oncall.demo.metric.signal.Signal;
import java.util.function.DoublePredicate;

/**
 * One series of a page.
 *
 * @param labels as Prometheus stores them: name and labels of the target included
 * @param present false at times (epoch seconds) at which the page lacks it
 */
public record Series(Labels labels, Signal signal, DoublePredicate present) {}
