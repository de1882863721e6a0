/** The configuration file: where it stands, what it says, what is wrong with it. It is read and never written. */
@NullMarked
package io.novacron.oncall.desktop.settings;

import org.jspecify.annotations.NullMarked;
