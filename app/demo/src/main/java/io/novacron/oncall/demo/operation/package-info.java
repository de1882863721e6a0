/** What NovaCron does for its users: one business request after the other, which logs and traces both tell about. */
@NullMarked
package io.novacron.oncall.demo.operation;

import org.jspecify.annotations.NullMarked;
