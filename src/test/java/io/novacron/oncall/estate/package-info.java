/** The embedded estate, judged by the programs it imitates. */
@NullMarked
package io.novacron.oncall.estate;

import org.jspecify.annotations.NullMarked;
