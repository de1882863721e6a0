/** Tests of the console's database and of the journal in it. */
@NullMarked
package io.novacron.oncall.desktop.journal;

import org.jspecify.annotations.NullMarked;
