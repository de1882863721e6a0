/** Links from alert data: which of them may be opened, and the port that opens them. */
@NullMarked
package io.novacron.oncall.core.link;

import org.jspecify.annotations.NullMarked;
