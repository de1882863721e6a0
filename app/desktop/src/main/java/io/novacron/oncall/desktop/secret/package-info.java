/** Secrets from the environment and from files. */
@NullMarked
package io.novacron.oncall.desktop.secret;

import org.jspecify.annotations.NullMarked;
