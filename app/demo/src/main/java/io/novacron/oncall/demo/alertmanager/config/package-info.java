/** What an {@code alertmanager.yml} says: routes, receivers, inhibition rules, time intervals. Immutable. */
@NullMarked
package io.novacron.oncall.demo.alertmanager.config;

import org.jspecify.annotations.NullMarked;
