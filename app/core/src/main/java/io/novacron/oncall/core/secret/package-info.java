/** References to secrets and the secrets themselves. */
@NullMarked
package io.novacron.oncall.core.secret;

import org.jspecify.annotations.NullMarked;
