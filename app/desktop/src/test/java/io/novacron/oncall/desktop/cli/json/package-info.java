@NullMarked
package io.novacron.oncall.desktop.cli.json;

import org.jspecify.annotations.NullMarked;
