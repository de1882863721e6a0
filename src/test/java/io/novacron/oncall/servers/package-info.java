/**
 * The real servers that whole-system tests run against: each one a process of its own on free ports with a folder of its
 * own, started from what {@code src/test/servers/install.sh} installed, stopped by its handle.
 */
@NullMarked
package io.novacron.oncall.servers;

import org.jspecify.annotations.NullMarked;
