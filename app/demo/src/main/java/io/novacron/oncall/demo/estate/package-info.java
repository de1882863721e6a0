/**
 * The whole embedded estate: every backend on an address of its own, time that passes, scenarios that come and go, and the
 * configuration file with which the console finds it.
 */
@NullMarked
package io.novacron.oncall.demo.estate;

import org.jspecify.annotations.NullMarked;
