/// Search in logs: query, histogram, rows, one entry whole.
@NullMarked
package io.novacron.oncall.views.log;

import org.jspecify.annotations.NullMarked;
