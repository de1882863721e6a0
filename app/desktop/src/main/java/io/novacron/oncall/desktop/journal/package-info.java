/** The console's own database: one SQLite file of this user, in which the journal and what else must last is kept. */
@NullMarked
package io.novacron.oncall.desktop.journal;

import org.jspecify.annotations.NullMarked;
