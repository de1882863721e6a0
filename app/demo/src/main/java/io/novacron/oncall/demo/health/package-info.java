/** The health endpoints of the services: what load balancers and people ask a process itself. */
@NullMarked
package io.novacron.oncall.demo.health;

import org.jspecify.annotations.NullMarked;
