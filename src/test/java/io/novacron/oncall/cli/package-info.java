/** The command line against real servers and against what goes wrong. */
@NullMarked
package io.novacron.oncall.cli;

import org.jspecify.annotations.NullMarked;
