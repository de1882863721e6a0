/** Log entries, searches and histograms. */
@NullMarked
package io.novacron.oncall.core.log;

import org.jspecify.annotations.NullMarked;
