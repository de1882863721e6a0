/** What NovaCron is made of: clusters, nodes, services, VMs, tenants. It never changes while the estate runs. */
@NullMarked
package io.novacron.oncall.demo.platform;

import org.jspecify.annotations.NullMarked;
