/** What this console intended to write and what became of it, kept so that it survives the console. */
@NullMarked
package io.novacron.oncall.core.journal;

import org.jspecify.annotations.NullMarked;
