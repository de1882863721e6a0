/** Operations as the tracing of NovaCron tells them: spans with their tags, errors, links, wrong clocks and gaps. */
@NullMarked
package io.novacron.oncall.demo.trace;

import org.jspecify.annotations.NullMarked;
