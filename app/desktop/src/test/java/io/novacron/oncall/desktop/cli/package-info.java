@NullMarked
package io.novacron.oncall.desktop.cli;

import org.jspecify.annotations.NullMarked;
