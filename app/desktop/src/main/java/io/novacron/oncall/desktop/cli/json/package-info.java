/** The documents that {@code --json} prints; their names are a contract with scripts. */
@NullMarked
package io.novacron.oncall.desktop.cli.json;

import org.jspecify.annotations.NullMarked;
