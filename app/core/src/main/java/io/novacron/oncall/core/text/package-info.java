/** Text from outside made safe to show. */
@NullMarked
package io.novacron.oncall.core.text;

import org.jspecify.annotations.NullMarked;
