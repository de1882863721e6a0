/** Silences and matchers, with the matching rules of Alertmanager. */
@NullMarked
package io.novacron.oncall.core.silence;

import org.jspecify.annotations.NullMarked;
