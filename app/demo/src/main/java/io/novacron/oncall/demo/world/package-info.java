/** How the platform is at any time: load, noise, deployments and the effects of incidents, all pure functions of time. */
@NullMarked
package io.novacron.oncall.demo.world;

import org.jspecify.annotations.NullMarked;
