/** One contract per port of core, kept by every implementation: here the connectors on each real server. */
@NullMarked
package io.novacron.oncall.contract;

import org.jspecify.annotations.NullMarked;
