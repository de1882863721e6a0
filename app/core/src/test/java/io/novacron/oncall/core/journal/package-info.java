/** Tests of the journal, and a journal for the tests of others. */
@NullMarked
package io.novacron.oncall.core.journal;

import org.jspecify.annotations.NullMarked;
