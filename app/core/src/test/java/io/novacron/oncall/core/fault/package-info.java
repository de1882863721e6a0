/** What the tests of the table of faults have in common (reliability guide §5). */
@NullMarked
package io.novacron.oncall.core.fault;

import org.jspecify.annotations.NullMarked;
