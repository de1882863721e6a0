/** What the configuration file says, checked. */
@NullMarked
package io.novacron.oncall.core.settings;

import org.jspecify.annotations.NullMarked;
