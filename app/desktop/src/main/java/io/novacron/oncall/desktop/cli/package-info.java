/** The command line: one class per command. */
@NullMarked
package io.novacron.oncall.desktop.cli;

import org.jspecify.annotations.NullMarked;
